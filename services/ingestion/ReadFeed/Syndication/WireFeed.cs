namespace NewsPlatform.Ingestion.ReadFeed.Syndication;

/// <summary>RSS, Atom and CDF as they stand in the document, their many names for one thing brought to one.</summary>
internal sealed class WireFeed : WireNode
{
    /// <summary>rss090 … rss20, atom03, atom10, cdf; empty when the document does not say.</summary>
    public string Version { get; set; } = "";

    public bool IsAtom => Version.StartsWith("atom", StringComparison.Ordinal);

    public List<WireNode> Entries { get; } = [];

    public bool Truncated { get; set; }
}

/// <summary>A feed, an entry, or the feed that an entry was taken from.</summary>
internal class WireNode
{
    public string? Id { get; set; }

    /// <summary>An RSS guid that may serve as the link.</summary>
    public bool IdIsLink { get; set; }

    public WireText? Title { get; set; }

    /// <summary>RSS description, Atom 0.3 tagline, Atom subtitle of a feed; description or summary of an entry.</summary>
    public WireText? Summary { get; set; }

    public WireText? Info { get; set; }

    public WireText? Rights { get; set; }

    public List<WireText> Contents { get; } = [];

    public List<WireLink> Links { get; } = [];

    public List<WirePerson> Authors { get; } = [];

    public List<WirePerson> Contributors { get; } = [];

    public WirePerson? Publisher { get; set; }

    public List<WireCategory> Categories { get; } = [];

    /// <summary>Dates as written, by <c>published</c>, <c>updated</c>, <c>created</c>, <c>expired</c>.</summary>
    public Dictionary<string, string> Dates { get; } = [];

    public WireGenerator? Generator { get; set; }

    public WireImage? Image { get; set; }

    public List<WireMedia> Media { get; } = [];

    public WireNode? Source { get; set; }

    public string? Language { get; set; }

    /// <summary>Of an entry.</summary>
    public ArticleExtras? Extras { get; set; }

    /// <summary>Every other element with text, by its key; addresses among them made absolute.</summary>
    public Dictionary<string, string> Values { get; } = [];
}

/// <summary>A text and what it is.</summary>
/// <param name="Value">Plain text, or markup with absolute links, by <paramref name="Type"/>.</param>
/// <param name="Type">Media type: text/plain, text/html, application/xhtml+xml or another.</param>
internal sealed record WireText(string Value, string Type, string? Language = null, string? Base = null, string? Source = null)
{
    public bool IsMarkup => Type is "text/html" or "application/xhtml+xml";
}

internal sealed record WireLink(string Rel, string? Href, string? Type, string? Title, string? Language, string? Length);

internal sealed record WirePerson(string? Name, string? Email, string? Address);

internal sealed record WireCategory(string Term, string? Scheme, string? Label);

internal sealed record WireGenerator(string Name, string? Address, string? Version);

internal sealed record WireImage(string? Address, string? Title, string? Link, int? Width, int? Height);

/// <summary>A media:content, media:thumbnail or their like.</summary>
internal sealed record WireMedia(string Address, string? Type, int Width, bool IsThumbnail);
