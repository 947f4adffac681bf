namespace NewsPlatform.Contracts.Articles;

/// <summary>What enrichment understood of an article. Offsets count Unicode code points in <see cref="ArticleContent.Text"/>, end exclusive.</summary>
public sealed record ArticleAnalysis
{
    /// <summary>ISO 639-1 code, or <c>und</c> when unsure.</summary>
    public required string Language { get; init; }

    /// <summary>0 to 1.</summary>
    public double LanguageConfidence { get; init; }

    public IReadOnlyList<string> Keywords { get; init; } = [];

    public IReadOnlyList<Entity> Entities { get; init; } = [];

    public IReadOnlyList<Quotation> Quotes { get; init; } = [];

    /// <summary>Who reports citing whom, one edge per hop.</summary>
    public IReadOnlyList<AttributionEdge> Attribution { get; init; } = [];

    /// <summary>One of the seven NewsAPI categories; null when undecided.</summary>
    public string? Section { get; init; }

    /// <summary>At most three sentences of the text itself.</summary>
    public IReadOnlyList<string> Summary { get; init; } = [];

    /// <summary>MinHash signature of the body's shingles, for near-duplicates; empty for a text too short to compare.</summary>
    public IReadOnlyList<uint> Fingerprint { get; init; } = [];

    /// <summary>Weighted stems of title and body for story grouping, heaviest first.</summary>
    public IReadOnlyList<WeightedTerm> Terms { get; init; } = [];
}

/// <summary>A person (PER), organisation (ORG) or place (LOC).</summary>
/// <param name="Name">Normal form.</param>
/// <param name="Type">PER, ORG or LOC.</param>
/// <param name="Mentions">Where it stands in the text.</param>
/// <param name="Role">What the text calls it, e.g. "госсекретарь США".</param>
public sealed record Entity(string Name, string Type, IReadOnlyList<TextSpan> Mentions, string? Role = null);

/// <summary>A range of the text in Unicode code points.</summary>
/// <param name="Start">First code point.</param>
/// <param name="End">One past the last.</param>
public sealed record TextSpan(int Start, int End);

/// <summary>Words that the text ascribes to somebody.</summary>
/// <param name="Text">The words, without their quotation marks.</param>
/// <param name="Speaker">Normal form of the speaker; null when the text does not tell.</param>
/// <param name="Start">First code point of the words.</param>
/// <param name="End">One past the last.</param>
/// <param name="Direct">False for reported speech.</param>
public sealed record Quotation(string Text, string? Speaker, int Start, int End, bool Direct = true);

/// <summary>One hop of "who reports, citing whom".</summary>
/// <param name="From">Who cites; the article's own source for the first hop.</param>
/// <param name="To">Who or what is cited.</param>
/// <param name="Evidence">The sentence that says so.</param>
public sealed record AttributionEdge(string From, string To, string Evidence);

/// <summary>A stem and its weight in one article.</summary>
public sealed record WeightedTerm(string Term, double Weight);
