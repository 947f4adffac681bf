namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>What the story leader is asked to decide.</summary>
internal abstract record StoryCommand;

internal sealed record AssignArticle(StoryCandidate Candidate) : StoryCommand;

internal sealed record WithdrawArticle(string ArticleId, long Revision) : StoryCommand;

internal sealed record MergeStories(string StoryId, string From) : StoryCommand;

internal sealed record SplitStory(string StoryId, IReadOnlyList<string> ArticleIds) : StoryCommand;

internal sealed record PinArticle(string StoryId, string ArticleId) : StoryCommand;

/// <summary>The answer: one of the two, by the kind of command.</summary>
internal sealed record StoryAnswer(StoryDecision? Decision, StoryEdit? Edit)
{
    public StoryLogEntry? Entry => Decision?.Entry ?? Edit?.Entry;

    /// <summary>What the decision brings about among the stories; null when they stay as they are.</summary>
    public StoryLogEntry? Regrouping { get; init; }

    /// <summary>To be appended, in order.</summary>
    public IEnumerable<StoryLogEntry> Entries => new[] { Entry, Regrouping }.OfType<StoryLogEntry>();
}
