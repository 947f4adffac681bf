using NewsPlatform.Contracts.Articles;
using NewsPlatform.Contracts.Sources;
using NewsPlatform.Contracts.Stories;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.Tests;

/// <summary>Invented articles, each different in what the test says only.</summary>
internal static class AnArticle
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    public static ArticleEnriched Enriched(
        string id,
        long revision = 1,
        string title = "Harbour bridge reopens",
        string text = "The bridge over the harbour reopened on Friday.",
        string language = "en",
        string source = "tidewater-post",
        string? section = null,
        string? category = null,
        string story = "story-1",
        long storyVersion = 1,
        DateTimeOffset? publishedAt = null,
        DateTimeOffset? embargoedUntil = null,
        IReadOnlyList<Entity>? entities = null) => new()
        {
            ArticleId = id,
            Revision = revision,
            CorrelationId = Guid.Empty,
            Content = new ArticleContent
            {
                Url = $"https://{source}.example/{id}",
                Source = new ArticleSource(source, source.ToUpperInvariant()),
                Title = title,
                Section = section,
                PublishedAt = publishedAt ?? Noon,
                FirstSeenAt = (publishedAt ?? Noon).AddMinutes(1),
                EmbargoedUntil = embargoedUntil,
                Body = [new ArticleBlock { Type = BlockTypes.Paragraph, Text = text }],
            },
            Analysis = new ArticleAnalysis { Language = language, Section = category, Entities = entities ?? [] },
            StoryId = story,
            StoryVersion = storyVersion,
            IngestedAt = Noon,
            AnalyzedAt = Noon.AddSeconds(1),
            AssignedAt = Noon.AddSeconds(2),
        };

    /// <summary>The article, brought by one source after the other.</summary>
    public static ArticleSighted Sighted(string id, params IReadOnlyList<string> sources) => new()
    {
        ArticleId = id,
        SeenIn = [.. sources.Select((source, i) => new ArticleSighting { SourceId = source, Name = source, Url = $"https://{source}.example/{id}", FirstSeenAt = Noon.AddMinutes(i) })],
        SentAt = Noon.AddHours(1),
    };

    /// <summary>A source as ingestion reported it so many minutes after noon.</summary>
    public static SourceReported Source(string id, string state, int minute) => new()
    {
        SourceId = id,
        Name = $"The {id} Post",
        Url = $"https://{id}.example/rss.xml",
        Kind = "feed",
        Language = "en",
        State = state,
        StateSince = Noon.AddHours(-1),
        LastSuccessAt = Noon.AddHours(-2),
        ReportedAt = Noon.AddMinutes(minute),
    };

    public static ContentChange Change(ArticleEnriched enriched) => ArticleChanges.Of(enriched, Noon.AddMinutes(5));

    public static ArticleWithdrawn Withdrawn(string id, long revision = 2, string? reason = null) => new()
    {
        ArticleId = id,
        Revision = revision,
        CorrelationId = Guid.Empty,
        WithdrawnAt = Noon.AddMinutes(6),
        Reason = reason,
        Attempt = 1,
    };

    public static ArticleWithdrawn Expired(string id, long revision = 2) => Withdrawn(id, revision) with { Expired = true };

    /// <summary>A story of these articles, each put there by an editor.</summary>
    public static StoryChanged Story(string id, long version, params string[] articles) => new()
    {
        StoryId = id,
        Version = version,
        CorrelationId = Guid.Empty,
        Title = $"Story {id}",
        Language = "en",
        ArticleIds = articles,
        ArticleCount = articles.Length,
        FirstSeenAt = Noon,
        ChangedAt = Noon.AddMinutes(version),
    };
}
