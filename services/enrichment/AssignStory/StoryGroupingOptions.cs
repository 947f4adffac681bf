using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>How alike articles must be to share a story. The defaults were tuned on public collections of English and Russian news.</summary>
public sealed class StoryGroupingOptions
{
    public const string Section = "StoryGrouping";

    /// <summary>Least mean cosine of an article to a story's members, 0 to 1, in a language that <see cref="JoinThresholds"/> does not name.</summary>
    [Range(0.01, 1)]
    public double JoinThreshold { get; init; } = 0.3;

    /// <summary>The same for single languages, by ISO 639-1 code: where words bend more, those that do agree say more.</summary>
    public Dictionary<string, double> JoinThresholds { get; init; } = new(StringComparer.Ordinal)
    {
        ["en"] = 0.24,
        ["ru"] = 0.35,
        ["uk"] = 0.35,
        ["be"] = 0.35,
    };

    /// <summary>Least mean cosine of names and figures to a story told in other languages only, 0 to 1.</summary>
    [Range(0.01, 1)]
    public double CrossLanguageThreshold { get; init; } = 0.2;

    /// <summary>Names and figures that an article must share with a story told in other languages only.</summary>
    [Range(1, 50)]
    public int CrossLanguageShared { get; init; } = 4;

    /// <summary>Least share of four-word runs for two texts to be one text reprinted, 0 to 1.</summary>
    [Range(0.1, 1)]
    public double DuplicateThreshold { get; init; } = 0.7;

    /// <summary>Days between an article and a story's nearest member beyond which they never meet.</summary>
    [Range(0.1, 60)]
    public double WindowDays { get; init; } = 5;

    /// <summary>Terms of an article that are compared.</summary>
    [Range(8, 256)]
    public int ComparedTerms { get; init; } = 80;

    /// <summary>The heaviest of them, by which stories to compare with are found.</summary>
    [Range(4, 256)]
    public int CandidateTerms { get; init; } = 32;

    /// <summary>Stories that one article is compared with at most.</summary>
    [Range(1, 1000)]
    public int MaxCandidates { get; init; } = 50;

    /// <summary>A term that stands in more open stories than this suggests none of them: it says nothing.</summary>
    [Range(10, 100_000)]
    public int MaxStoriesPerTerm { get; init; } = 2_000;

    /// <summary>Mentions of its terms in open stories that are looked at for one article, the heaviest terms first: what bounds its cost in a full window.</summary>
    [Range(100, 1_000_000)]
    public int MaxStoriesLooked { get; init; } = 10_000;

    /// <summary>Factor on terms that belong to the name of a place.</summary>
    [Range(0.1, 10)]
    public double PlaceFactor { get; init; } = 1;

    /// <summary>Factor on terms that belong to the name of a person or organisation.</summary>
    [Range(0.1, 10)]
    public double EntityFactor { get; init; } = 2;

    /// <summary>Factor on terms of the title.</summary>
    [Range(0.1, 10)]
    public double TitleFactor { get; init; } = 1.5;

    /// <summary>Factor on numbers.</summary>
    [Range(0.1, 10)]
    public double NumberFactor { get; init; } = 1;
}
