using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>What an article is compared by, as weighed at the decision: a replay needs no arithmetic of its own.</summary>
public sealed record ArticleTerms
{
    public required StoryVector Vector { get; init; }

    /// <summary>The same across languages; null in entries older than that.</summary>
    public StoryVector? CrossLanguage { get; init; }

    public IReadOnlyList<uint> Fingerprint { get; init; } = [];

    /// <summary>What of the text is compared with others'; null in entries older than that.</summary>
    public TextSketch? Sketch { get; init; }

    /// <summary>The terms that carried the similarity to the story joined, strongest first.</summary>
    public IReadOnlyList<string> Shared { get; init; } = [];

    /// <summary>Names of the article that stand among them; null in entries older than that.</summary>
    public IReadOnlyList<string>? SharedNames { get; init; }
}
