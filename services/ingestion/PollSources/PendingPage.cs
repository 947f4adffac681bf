using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>A page that is to be fetched and read as an article.</summary>
internal sealed record PendingPage
{
    /// <summary>Hash of source and address.</summary>
    public required string Id { get; init; }

    /// <summary>Number of writes of this row so far; 0 = not stored yet.</summary>
    public long Version { get; init; }

    public required string SourceId { get; init; }

    public required Uri Url { get; init; }

    /// <summary>What the list said about it; the page's own word goes first.</summary>
    public required PageHints Hints { get; init; }

    /// <summary>Fetches that failed since it was put.</summary>
    public int Attempts { get; init; }

    public required DateTimeOffset NextAttemptAt { get; init; }

    /// <summary>When its list had been read.</summary>
    public required DateTimeOffset FoundAt { get; init; }

    /// <summary>True when its list named it for the first time; false when the list says that it changed.</summary>
    public bool IsNewInList { get; init; }

    /// <summary>The trace of the poll that found it (W3C traceparent); null when nobody collects traces.</summary>
    public string? TraceParent { get; init; }

    /// <summary>What went wrong last, one sentence.</summary>
    public string? LastError { get; init; }

    /// <summary>True when it is tried no more.</summary>
    public bool GivenUp { get; init; }

    /// <summary>Who is fetching it; <see cref="NextAttemptAt"/> is then the end of the claim.</summary>
    public string? ClaimedBy { get; init; }

    /// <summary>One page per source and address.</summary>
    public static string IdOf(string sourceId, Uri url) => ArticleKeys.IdOf($"page:{sourceId}/{UrlKey.Of(url) ?? url.AbsoluteUri}");
}

/// <summary>What a list says about a page.</summary>
/// <param name="Title">Headline.</param>
/// <param name="PublishedAt">Time of publication.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Section">Section.</param>
/// <param name="FeedHtml">The text as the feed carried it: taken when the page cannot be read.</param>
/// <param name="FeedId">The feed's id of the article.</param>
/// <param name="Extras">Comments, place and recording.</param>
/// <param name="UpdatedAt">Time of its last change.</param>
internal sealed record PageHints(
    string? Title = null, DateTimeOffset? PublishedAt = null, string? Language = null, string? Section = null, string? FeedHtml = null, string? FeedId = null,
    ArticleExtras? Extras = null, DateTimeOffset? UpdatedAt = null)
{
    public const int MaxFeedHtmlLength = 100_000;
}
