namespace NewsPlatform.Ingestion.ReadFeed;

/// <summary>A list of articles as a source offers it, whatever its format.</summary>
public sealed record ParsedFeed
{
    /// <summary>One of <see cref="FeedFormats"/>.</summary>
    public required string Format { get; init; }

    public string? Title { get; init; }

    /// <summary>Absolute address of the site.</summary>
    public string? Link { get; init; }

    /// <summary>What the list says of the whole paper, without markup; null when nothing.</summary>
    public string? Description { get; init; }

    /// <summary>As declared; a hint.</summary>
    public string? Language { get; init; }

    /// <summary>Newest first as a rule, in the order of the document always.</summary>
    public IReadOnlyList<FeedItem> Items { get; init; } = [];

    /// <summary>Addresses of the sitemaps that a sitemap index lists; empty for all else.</summary>
    public IReadOnlyList<string> ChildSitemaps { get; init; } = [];

    /// <summary>False when the document broke the rules of its format and was read by guessing.</summary>
    public bool WellFormed { get; init; } = true;

    /// <summary>True when the document held more items than the limit lets in.</summary>
    public bool Truncated { get; init; }

    /// <summary>Absolute addresses of the hubs that tell of its news (WebSub, <c>rel=hub</c>), the first named first.</summary>
    public IReadOnlyList<string> Hubs { get; init; } = [];

    /// <summary>The address that the feed gives itself (<c>rel=self</c>), absolute; null when it gives none.</summary>
    public string? Self { get; init; }

    /// <summary>When the publisher would have it read; null when it says nothing.</summary>
    public FeedRhythm? Rhythm { get; init; }
}

/// <summary>The words of <see cref="ParsedFeed.Format"/>.</summary>
public static class FeedFormats
{
    public const string Rss = "rss";
    public const string Atom = "atom";
    public const string Json = "json";
    public const string Sitemap = "sitemap";
    public const string Listing = "listing";
}

/// <summary>One entry of a feed, sitemap or listing.</summary>
public sealed record FeedItem
{
    /// <summary>The publisher's id, else the link, else a hash of title and text; unique within its feed.</summary>
    public required string Id { get; init; }

    /// <summary>Absolute address of the article; null when the entry has none.</summary>
    public string? Link { get; init; }

    /// <summary>Text without markup; empty when the entry has none.</summary>
    public string Title { get; init; } = "";

    /// <summary>The teaser as text without markup.</summary>
    public string? Summary { get; init; }

    /// <summary>The article's text as the feed carries it: foreign HTML with absolute links, not cleaned.</summary>
    public string? ContentHtml { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? UpdatedAt { get; init; }

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Absolute address of the entry's picture.</summary>
    public string? Image { get; init; }

    /// <summary>As declared for the entry; null when only the feed declares one.</summary>
    public string? Language { get; init; }

    /// <summary>What it carries beside its words; null = nothing.</summary>
    public ArticleExtras? Extras { get; init; }
}
