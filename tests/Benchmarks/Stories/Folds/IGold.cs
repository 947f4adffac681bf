namespace NewsPlatform.StoryBench.Folds;

/// <summary>What a grouping is held against, topic by topic.</summary>
internal interface IGold
{
    IReadOnlyCollection<string> Topics { get; }

    /// <summary>Sums of each topic under a grouping, which names an article's story.</summary>
    IReadOnlyDictionary<string, Sums> Score(Func<string, string> storyOf);

    /// <summary>The figure of such sums.</summary>
    double F1(Sums sums);
}

/// <summary>Three sums of which a figure is made; what each counts is the gold's own.</summary>
internal sealed record Sums(double First, double Second, double Third)
{
    public static Sums operator +(Sums one, Sums other) => new(one.First + other.First, one.Second + other.Second, one.Third + other.Third);
}
