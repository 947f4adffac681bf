using System.Text.Json;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.Tests;

/// <summary>Invented articles for tests.</summary>
internal static class AnArticle
{
    private const string Words = "The harbour council of Lindmoor agreed on Tuesday to mend the old ferry pier before the winter storms come in.";

    public static readonly DateTimeOffset SomeTime = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static string Json(string slug, string words = "") => JsonSerializer.Serialize(new
    {
        url = $"https://news.example/{slug}",
        title = $"Pier of {slug} is mended",
        text = $"{Words} {words}",
        source = new { id = "lindmoor", name = "Lindmoor Post" },
    });

    public static ExtractedArticle Extracted(string title, string words = Words) => new()
    {
        Title = title,
        Body = [new ArticleBlock { Type = BlockTypes.Paragraph, Text = words }],
        Method = ExtractionMethods.Json,
        Confidence = 1,
    };

    public static ArticleReading Reading(string? url, string title = "Pier is mended", string words = Words, ReadingOrigin origin = ReadingOrigin.Page, string? canonical = null, string source = "Lindmoor Post", string? feedId = null) => new()
    {
        Origin = origin,
        Source = new ArticleSource(source == "Lindmoor Post" ? "lindmoor" : Ingestion.Http.Slug.Of(source), source),
        FeedId = feedId,
        Article = Extracted(title, words) with { CanonicalUrl = canonical },
        FetchedUrl = url is null ? null : new Uri(url),
    };

    public static ArticleContent Content(string title = "Pier is mended") =>
        ArticleAcceptance.ContentOf(Reading("https://news.example/pier", title), SomeTime);

    /// <summary>A new row, not stored yet.</summary>
    public static Article Row(string id, ArticleState state = ArticleState.Pending, long revision = 1, DateTimeOffset? queuedAt = null) => new()
    {
        Id = id,
        Revision = revision,
        State = state,
        CorrelationId = Guid.NewGuid(),
        FirstSeenAt = SomeTime,
        AcceptedAt = SomeTime,
        QueuedAt = queuedAt ?? SomeTime,
        SourceId = "lindmoor",
        ContentHash = "hash",
        Origin = ReadingOrigin.Page,
    };
}
