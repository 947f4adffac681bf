using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.ArchivePages;

/// <summary>A page as it was fetched, with what was known of it then.</summary>
public sealed record ArchivedPage
{
    /// <summary>After redirects.</summary>
    public required Uri Url { get; init; }

    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>As the server said it.</summary>
    public string? ContentType { get; init; }

    /// <summary>Inflated.</summary>
    public required byte[] Body { get; init; }

    public required ArchivedNote Note { get; init; }
}

/// <summary>What the list that named a page said of it.</summary>
/// <param name="SourceId">Id of the source.</param>
/// <param name="SourceName">Its name.</param>
/// <param name="Language">ISO 639-1 code.</param>
/// <param name="Section">Section.</param>
/// <param name="PublishedAt">Time of publication.</param>
/// <param name="FeedId">The feed's id of the article.</param>
/// <param name="Extras">Comments, place and recording; null from version 0.1.</param>
/// <param name="TimeZone">IANA name of the source's clock.</param>
public sealed record ArchivedNote(
    string SourceId, string SourceName, string? Language = null, string? Section = null, DateTimeOffset? PublishedAt = null, string? FeedId = null, ArticleExtras? Extras = null, string? TimeZone = null);
