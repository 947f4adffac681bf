using Microsoft.AspNetCore.Http.HttpResults;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Enrichment.ExplainStory;

/// <summary>Says why an article is in its story, as the story log has it: the decision itself, not a second guess.</summary>
internal static class StoryExplanationEndpoint
{
    public static void MapStoryExplanation(this IEndpointRouteBuilder routes) =>
        routes.MapRead("/api/v1/stories/{id}/articles/{articleId}/explanation", ExplainAsync).WithTags("Stories")
            .WithName("ExplainMembership").WithSummary("Why an article is in a story: what it shares with it, how much, or who put it there.").ProducesProblems(404);

    private static async Task<Results<Ok<StoryExplanation>, ProblemHttpResult>> ExplainAsync(
        string id, string articleId, StoryDecider decider, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await decider.ExplainAsync(id, articleId, ct) is not { } entry || IsEmbargoed(entry, now))
        {
            return Problems.NotFound($"Article {articleId} is not in story {id}: check both ids, or wait until the article is grouped.");
        }

        // A text is grouped with the one that it repeats; that one may still be under embargo.
        var repeated = entry is ArticleAssigned { DuplicateOf: { } of } ? await decider.ExplainAsync(id, of, ct) : null;
        return TypedResults.Ok(Explanation(id, articleId, repeated is not null && IsEmbargoed(repeated, now) ? WithoutRepeated((ArticleAssigned)entry) : entry));
    }

    private static bool IsEmbargoed(StoryLogEntry entry, DateTimeOffset now) => entry is ArticleAssigned { EmbargoedUntil: { } until } && until > now;

    private static ArticleAssigned WithoutRepeated(ArticleAssigned entry) => entry with { DuplicateOf = null, DuplicateKind = null, DuplicateShare = null };

    private static StoryExplanation Explanation(string storyId, string articleId, StoryLogEntry entry)
    {
        var told = new StoryExplanation { StoryId = storyId, ArticleId = articleId, DecidedAt = entry.At, Reason = ReasonOf(entry) };
        return entry switch
        {
            ArticleAssigned assigned => told with
            {
                Score = assigned.Score,
                SharedTerms = assigned.Compared.Shared,
                SharedNames = assigned.Compared.SharedNames ?? [],
                DuplicateOf = assigned.DuplicateOf,
                DuplicateKind = assigned.DuplicateKind,
                DuplicateShare = assigned.DuplicateShare,
                IsLate = assigned.IsLate,
            },
            StoriesMerged merged => told with { Score = merged.Score },
            StorySplit split => told with { Score = split.Score },
            _ => told,
        };
    }

    private static string ReasonOf(StoryLogEntry entry) => entry switch
    {
        ArticleAssigned { Reason: { } reason } => reason,
        ArticleAssigned { DuplicateOf: not null } => JoinReasons.SameText,
        ArticleAssigned { Terms.Shared.Count: > 0 } => JoinReasons.Words,
        ArticleAssigned => JoinReasons.Opened,
        StoriesMerged { Automatic: true } => JoinReasons.Bridged,
        StoriesMerged => JoinReasons.Merged,
        StorySplit { Automatic: true } => JoinReasons.FellApart,
        StorySplit => JoinReasons.Split,
        _ => JoinReasons.Pinned,
    };
}

/// <summary>Why an article is in a story.</summary>
internal sealed record StoryExplanation
{
    public required string StoryId { get; init; }

    public required string ArticleId { get; init; }

    /// <summary>
    /// opened (it was the first), sameText, words, names (of other languages), revision (of an article that came back), bridged (two stories turned out to be one), fellApart (its story was
    /// two), merged, split, pinned (by an editor).
    /// </summary>
    public required string Reason { get; init; }

    /// <summary>Similarity to the story, 0 to 1; of both stories where they were merged, of both parts where one fell apart; 0 when it opened the story or an editor put it there.</summary>
    public double Score { get; init; }

    /// <summary>Stems, or consonants of names and figures across languages, that carried the similarity, strongest first.</summary>
    public IReadOnlyList<string> SharedTerms { get; init; } = [];

    /// <summary>People, organisations and places of the article among them.</summary>
    public IReadOnlyList<string> SharedNames { get; init; } = [];

    /// <summary>The earlier article whose text it repeats; null when none.</summary>
    public string? DuplicateOf { get; init; }

    /// <summary>exact, reprint, update or rewrite.</summary>
    public string? DuplicateKind { get; init; }

    /// <summary>Part of its text that stands in that one.</summary>
    public double? DuplicateShare { get; init; }

    /// <summary>Published long before a member that was there already.</summary>
    public bool IsLate { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }
}
