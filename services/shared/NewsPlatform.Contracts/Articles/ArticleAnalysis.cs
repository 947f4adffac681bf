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

    /// <summary>What it is about in one to four words each, in normal form, the most telling first; empty from version 0.1.</summary>
    public IReadOnlyList<string> KeyPhrases { get; init; } = [];

    /// <summary>Top-level subjects of IPTC Media Topics, the likeliest first; empty when undecided.</summary>
    public IReadOnlyList<Topic> Topics { get; init; } = [];

    /// <summary>The dates that the text names, resolved against its publication; at most 50.</summary>
    public IReadOnlyList<NamedDate> Dates { get; init; } = [];

    /// <summary>At most three sentences of the text itself.</summary>
    public IReadOnlyList<string> Summary { get; init; } = [];

    /// <summary>Where each sentence of <see cref="Summary"/> stands, in its order; empty from an analysis that did not tell.</summary>
    public IReadOnlyList<TextSpan> SummarySpans { get; init; } = [];

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
public sealed record Entity(string Name, string Type, IReadOnlyList<TextSpan> Mentions, string? Role = null)
{
    /// <summary>Wikidata id, or an id of the user's gazetteer; null when no list has it.</summary>
    public string? Id { get; init; }

    /// <summary>The other names by which the text calls it, in their normal form.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
}

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
public sealed record Quotation(string Text, string? Speaker, int Start, int End, bool Direct = true)
{
    /// <summary>What the speaker is, one of <see cref="SourceKinds"/>; null without a speaker and from an analysis that did not tell.</summary>
    public string? SpeakerKind { get; init; }

    /// <summary><see cref="Entity.Id"/> of the speaker; null when he is none of the article's entities with an id.</summary>
    public string? SpeakerId { get; init; }
}

/// <summary>One hop of "who reports, citing whom".</summary>
/// <param name="From">Who cites; the article's own source for the first hop.</param>
/// <param name="To">Who or what is cited.</param>
/// <param name="Evidence">The sentence that says so.</param>
public sealed record AttributionEdge(string From, string To, string Evidence)
{
    /// <summary>What the citing end is, one of <see cref="SourceKinds"/>; null from an analysis that did not tell.</summary>
    public string? FromKind { get; init; }

    /// <summary>What the cited end is, one of <see cref="SourceKinds"/>; null from an analysis that did not tell.</summary>
    public string? ToKind { get; init; }

    /// <summary><see cref="Entity.Id"/> of the citing end; null when it is none of the article's entities with an id.</summary>
    public string? FromId { get; init; }

    /// <summary><see cref="Entity.Id"/> of the cited end; null when it is none of the article's entities with an id.</summary>
    public string? ToId { get; init; }

    /// <summary>Where the evidence stands in the text; null from an analysis that did not tell.</summary>
    public TextSpan? EvidenceSpan { get; init; }
}

/// <summary>The closed set of what a source can be.</summary>
public static class SourceKinds
{
    public const string Medium = "medium";
    public const string Body = "body";
    public const string Person = "person";

    /// <summary>Something written: a site, a statement, a report.</summary>
    public const string Document = "document";

    /// <summary>Somebody whom the text does not name: "a source in the ministry".</summary>
    public const string Unnamed = "unnamed";
}

/// <summary>A subject of IPTC Media Topics.</summary>
/// <param name="Id">Its code, such as "medtop:15000000".</param>
/// <param name="Name">Its English name.</param>
/// <param name="Score">Share of what the article's telling words say, 0 to 1.</param>
public sealed record Topic(string Id, string Name, double Score);

/// <summary>A date that the text names.</summary>
/// <param name="Text">The words as they stand.</param>
/// <param name="Start">First code point of the words.</param>
/// <param name="End">One past the last.</param>
/// <param name="From">The first day meant.</param>
/// <param name="To">The last day meant; the same day unless a week, a month, a year or a span is named.</param>
public sealed record NamedDate(string Text, int Start, int End, DateOnly From, DateOnly To);

/// <summary>A stem and its weight in one article.</summary>
public sealed record WeightedTerm(string Term, double Weight);
