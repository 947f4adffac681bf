using System.Text.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;

namespace NewsPlatform.Publishing.WriteFeed;

/// <summary>JSON Feed 1.1. Members without a value are left out, as the format asks.</summary>
internal static class JsonFeedWriter
{
    public const string ContentType = "application/feed+json; charset=utf-8";

    public static byte[] Write(FeedDocument feed) => JsonSerializer.SerializeToUtf8Bytes(
        new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = feed.Title,
            ["description"] = feed.Description,
            ["home_page_url"] = feed.SiteUrl,
            ["feed_url"] = feed.SelfUrl,
            ["next_url"] = feed.NextUrl,
            ["language"] = feed.Language,
            ["hubs"] = feed.HubUrl is { } hub ? new JsonArray(new JsonObject { ["type"] = "WebSub", ["url"] = hub }) : null,
            ["items"] = new JsonArray([.. feed.Entries.Select(ItemOf)]),
        }.WithoutNulls(),
        JsonDefaults.Options);

    private static JsonObject ItemOf(FeedEntry entry) => new JsonObject
    {
        ["id"] = entry.Id,
        ["url"] = entry.Url,
        ["external_url"] = entry.OriginalUrl,
        ["title"] = entry.Title,
        ["summary"] = entry.Summary,
        ["content_html"] = entry.ContentHtml,
        ["image"] = entry.Image,
        ["date_published"] = entry.Published,
        ["date_modified"] = entry.Updated,
        ["authors"] = new JsonArray([.. entry.Authors.DefaultIfEmpty(entry.Source).Select(name => new JsonObject { ["name"] = name })]),
        ["tags"] = new JsonArray([.. entry.Categories.Select(category => JsonValue.Create(category))]),
        ["language"] = entry.Language,
        ["attachments"] = entry.Recording is { } recording ? new JsonArray(AttachmentOf(recording)) : null,
    }.WithoutNulls();

    private static JsonObject AttachmentOf(ArticleRecording recording) => new JsonObject
    {
        ["url"] = recording.Url,
        ["mime_type"] = recording.Type,
        ["size_in_bytes"] = recording.Bytes,
        ["duration_in_seconds"] = recording.DurationSeconds,
    }.WithoutNulls();
}
