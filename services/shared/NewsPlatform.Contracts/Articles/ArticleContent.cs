namespace NewsPlatform.Contracts.Articles;

/// <summary>An article as ingestion read it.</summary>
public sealed record ArticleContent
{
    /// <summary>Canonical address; null for a pushed text that has none.</summary>
    public string? Url { get; init; }

    public required ArticleSource Source { get; init; }

    public required string Title { get; init; }

    /// <summary>The publisher's second headline; null when there is none, and from version 0.1.</summary>
    public string? Subtitle { get; init; }

    /// <summary>What the publisher says that it put right in the article; null when nothing, and from version 0.1.</summary>
    public string? Correction { get; init; }

    /// <summary>The publisher's own teaser, if any.</summary>
    public string? Description { get; init; }

    /// <summary>The publisher's section name as printed; null when unknown.</summary>
    public string? Section { get; init; }

    /// <summary>The publisher's own keywords, in their order.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>True when the publisher closes the whole text to those who do not pay.</summary>
    public bool IsPaywalled { get; init; }

    public IReadOnlyList<string> Authors { get; init; } = [];

    public DateTimeOffset? PublishedAt { get; init; }

    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>When the platform first took the article in.</summary>
    public required DateTimeOffset FirstSeenAt { get; init; }

    /// <summary>Not to be shown before this instant; null = at once.</summary>
    public DateTimeOffset? EmbargoedUntil { get; init; }

    /// <summary>Absolute address of the lead picture.</summary>
    public string? Image { get; init; }

    /// <summary>ISO 639-1 code that the page or source declares; a hint, the text decides.</summary>
    public string? LanguageHint { get; init; }

    public required IReadOnlyList<ArticleBlock> Body { get; init; }

    /// <summary>Other articles that the page lists; data, not body.</summary>
    public IReadOnlyList<RelatedLink> Related { get; init; } = [];

    /// <summary>The readers' comments; null when the source does not speak of any.</summary>
    public ArticleComments? Comments { get; init; }

    /// <summary>Null when the source names none.</summary>
    public ArticlePlace? Place { get; init; }

    /// <summary>Null when there is none.</summary>
    public ArticleRecording? Recording { get; init; }

    /// <summary>How it was read; null from version 0.1.</summary>
    public ArticleProvenance? Provenance { get; init; }

    /// <summary>The body as plain text: the reading text of the blocks (images and embeds left out) parted by one empty line. All offsets count in it.</summary>
    public string Text() => string.Join("\n\n", Body.Where(IsReadingText).Select(block => block.Text));

    private static bool IsReadingText(ArticleBlock block) =>
        block.Text.Length > 0 && block.Type is not (BlockTypes.Image or BlockTypes.Embed);
}

/// <summary>Who published the article.</summary>
/// <param name="Id">The source's id in ingestion, or a slug of the pusher's name.</param>
/// <param name="Name">The name for people.</param>
public sealed record ArticleSource(string Id, string Name);

/// <summary>An entry of a page's list of other articles.</summary>
public sealed record RelatedLink
{
    public required string Headline { get; init; }
    public string? Url { get; init; }
    public string? Section { get; init; }

    /// <summary>Local date and time as printed, zone unknown: offset zero when the page gives none.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    public string? Teaser { get; init; }
}
