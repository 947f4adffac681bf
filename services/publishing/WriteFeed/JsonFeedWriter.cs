using System.Text.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Publishing.WriteFeed;

/// <summary>JSON Feed 1.1. Members without a value are left out, as the format asks.</summary>
internal static class JsonFeedWriter
{
    public const string ContentType = "application/feed+json; charset=utf-8";

    /// <param name="feed">What to write.</param>
    /// <param name="nextUrl">The feed's next page; null on the last one.</param>
    public static byte[] Write(FeedDocument feed, string? nextUrl) => JsonSerializer.SerializeToUtf8Bytes(
        WithoutNulls(new JsonObject
        {
            ["version"] = "https://jsonfeed.org/version/1.1",
            ["title"] = feed.Title,
            ["description"] = feed.Description,
            ["home_page_url"] = feed.SiteUrl,
            ["feed_url"] = feed.SelfUrl,
            ["next_url"] = nextUrl,
            ["language"] = feed.Language,
            ["items"] = new JsonArray([.. feed.Entries.Select(ItemOf)]),
        }),
        JsonDefaults.Options);

    private static JsonObject ItemOf(FeedEntry entry) => WithoutNulls(new JsonObject
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
        ["language"] = entry.Language == "und" ? null : entry.Language,
    });

    private static JsonObject WithoutNulls(JsonObject members)
    {
        foreach (var name in members.Where(member => member.Value is null).Select(member => member.Key).ToList())
        {
            members.Remove(name);
        }

        return members;
    }
}
