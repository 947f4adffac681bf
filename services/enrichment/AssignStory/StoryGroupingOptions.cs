using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>How alike articles must be to share a story. The defaults were tuned on public collections of English and Russian news.</summary>
public sealed class StoryGroupingOptions
{
    public const string Section = "StoryGrouping";

    /// <summary>Least mean cosine of an article to a story's members, 0 to 1, in a language that <see cref="JoinThresholds"/> does not name.</summary>
    [Range(0.01, 1)]
    public double JoinThreshold { get; init; } = 0.26;

    /// <summary>The same for single languages, by ISO 639-1 code: where words bend more, those that do agree say more.</summary>
    public Dictionary<string, double> JoinThresholds { get; init; } = new(StringComparer.Ordinal)
    {
        ["en"] = 0.2,
        ["ru"] = 0.31,
        ["uk"] = 0.31,
        ["be"] = 0.31,
    };

    /// <summary>How far above that threshold, and above <see cref="CrossLanguageThreshold"/>, an article must be for a story of one; divided by the members of a larger one. Of one pair chance says more than of many.</summary>
    [Range(0, 1)]
    public double LoneMargin { get; init; } = 0.04;

    /// <summary>How far above that threshold the mean cosine of two stories must be for them to be merged.</summary>
    [Range(0, 1)]
    public double MergeMargin { get; init; } = 0.05;

    /// <summary>How far below that threshold the mean cosine of two parts of a story must be for it to be split.</summary>
    [Range(0, 1)]
    public double SplitMargin { get; init; }

    /// <summary>Members of a story beyond which it is not split any more, and of two stories beyond which they are not merged: what bounds the work of either.</summary>
    [Range(3, 500)]
    public int MaxRegrouped { get; init; } = 60;

    /// <summary>Hours before the newest member of its story after which an article that comes in is told as late.</summary>
    [Range(0.1, 1440)]
    public double LateHours { get; init; } = 6;

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

    internal TimeSpan Window => TimeSpan.FromDays(WindowDays);

    /// <summary>Newest articles of a language by which it is told how common a term is in it: what a start reads again, beside the open stories.</summary>
    [Range(100, 1_000_000)]
    public int CountedArticles { get; init; } = 20_000;

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

    internal double ThresholdOf(string language, int members) => ThresholdOf(language) + (LoneMargin / members);

    internal double CrossLanguageThresholdOf(int members) => CrossLanguageThreshold + (LoneMargin / members);

    internal double ThresholdOf(string language) => JoinThresholds.GetValueOrDefault(language, JoinThreshold);
}
