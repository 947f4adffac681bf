namespace NewsPlatform.Ingestion.ExtractArticle.Rules;

/// <summary>Where the parts of an article stand on the pages of one publisher: CSS selectors, as a data file gives them.</summary>
internal sealed record PublisherRule
{
    /// <summary>The file's name without its ending; in provenance and metrics.</summary>
    public required string Name { get; init; }

    /// <summary>Hosts in lower case; each counts with all hosts below it.</summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>What the path of a page must begin with; empty = any.</summary>
    public string Path { get; init; } = "";

    /// <summary>The elements that hold the text; several are joined in the order of the page.</summary>
    public required string Body { get; init; }

    public string? Title { get; init; }

    public string? Subtitle { get; init; }

    /// <summary>The element with the published time, as its datetime or content attribute or in words.</summary>
    public string? Date { get; init; }

    public string? Author { get; init; }

    public string? Section { get; init; }

    public string? Tags { get; init; }

    /// <summary>The boxes with links to other articles.</summary>
    public string? Related { get; init; }

    /// <summary>What is no text although it stands in the body.</summary>
    public IReadOnlyList<string> Drop { get; init; } = [];

    /// <summary>The publisher's clock, for times that are printed without a zone; null = unknown.</summary>
    public TimeZoneInfo? Zone { get; init; }

    /// <summary>Members that go before what the page declares (JSON-LD, meta elements), because it is wrong there.</summary>
    public IReadOnlySet<string> First { get; init; } = new HashSet<string>();

    /// <summary>Whether the rule is for this page of one of its hosts.</summary>
    public bool Covers(Uri page) => page.AbsolutePath.StartsWith(Path, StringComparison.Ordinal);
}
