using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>How a content reached ingestion.</summary>
internal enum ReadingOrigin
{
    /// <summary>Somebody pushed it: the only origin that may bring a withdrawn or expired article back.</summary>
    Push = 0,

    /// <summary>Read from the article's page.</summary>
    Page = 1,

    /// <summary>The full text of a feed's item: never replaces what came from a page or a push.</summary>
    Feed = 2,
}

/// <summary>An article as it was read somewhere, before it has an identity.</summary>
internal sealed record ArticleReading
{
    public required ReadingOrigin Origin { get; init; }

    public required ArticleSource Source { get; init; }

    public required ExtractedArticle Article { get; init; }

    /// <summary>The address that the content was fetched from, or that the pusher named; null when there is none.</summary>
    public Uri? FetchedUrl { get; init; }

    /// <summary>The publisher's own id of the article; unique within <see cref="IdScope"/>.</summary>
    public string? PublisherId { get; init; }

    /// <summary>Host or source that gave <see cref="PublisherId"/>.</summary>
    public string? IdScope { get; init; }

    /// <summary>The id that a feed gives the article; a hint, for feeds give one id to many articles and many to one.</summary>
    public string? FeedId { get; init; }

    /// <summary>ISO 639-1 code of the source; the page's own declaration goes first.</summary>
    public string? LanguageHint { get; init; }

    /// <summary>Section of the source; the page's own goes first.</summary>
    public string? SectionHint { get; init; }

    /// <summary>The list's or pusher's time; the page's own goes first.</summary>
    public DateTimeOffset? PublishedAtHint { get; init; }

    /// <summary>Comments, place and recording, by the list's or pusher's word.</summary>
    public ArticleExtras? Extras { get; init; }

    /// <summary>When the page was asked for; null = now.</summary>
    public DateTimeOffset? ReadAt { get; init; }

    /// <summary>True for a page that was kept and is read again: never over what was read after <see cref="ReadAt"/>.</summary>
    public bool IsFromArchive { get; init; }

    /// <summary>The key of the canonical address that the content claimed and that is another article's; null when nothing was denied.</summary>
    public string? DeniedAddress { get; init; }

    /// <summary>Where the trace of the article goes on (W3C traceparent); null when nobody collects traces.</summary>
    public string? TraceParent { get; init; }

    /// <summary>Not to be shown before this instant.</summary>
    public DateTimeOffset? EmbargoedUntil { get; init; }
}

/// <summary>What became of a reading.</summary>
internal enum AcceptanceOutcome
{
    /// <summary>An article that was not known.</summary>
    Added,

    /// <summary>New content of a known article: the next revision.</summary>
    Revised,

    /// <summary>The same content again: nothing stored.</summary>
    Unchanged,

    /// <summary>A fetched content of a withdrawn article: nothing stored.</summary>
    Withdrawn,

    /// <summary>A fetched content of an expired article: nothing stored.</summary>
    Expired,

    /// <summary>An archived page of an article whose content was read later than that: nothing stored.</summary>
    Older,
}

/// <summary>The identity and newest revision of a reading's article.</summary>
internal sealed record AcceptedArticle(string Id, long Revision, AcceptanceOutcome Outcome);
