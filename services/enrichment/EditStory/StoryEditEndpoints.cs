using Microsoft.AspNetCore.Http.HttpResults;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Enrichment.EditStory;

/// <summary>Editors correct the grouping: their commands are entries of the story log like every other decision.</summary>
internal static class StoryEditEndpoints
{
    // More than any story holds; keeps an entry of the log small.
    private const int MaxArticles = 1_000;

    public static void MapStoryEdits(this IEndpointRouteBuilder routes)
    {
        var story = routes.MapGroup("/api/v1/stories/{id}").WithTags("Stories");
        story.MapPost("/merge", MergeAsync).WithName("MergeStories").WithSummary("Moves every article of another story into this one.").ProducesProblems(400, 404, 409, 415);
        story.MapPost("/split", SplitAsync).WithName("SplitStory").WithSummary("Moves articles of this story into a story of their own.").ProducesProblems(400, 404, 409, 415);
        story.MapPost("/pin", PinAsync).WithName("PinArticle").WithSummary("Puts an article into this story, for good.").ProducesProblems(400, 404, 409, 415);
    }

    private static async Task<Results<Accepted<EditedStory>, ProblemHttpResult>> MergeAsync(string id, MergeRequest request, StoryLeader leader, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(request.From)
            ? Problems.BadRequest("'from' is missing: name the story whose articles move into this one.")
            : Answer(await leader.EditAsync(new MergeStories(id, request.From), ct));

    private static async Task<Results<Accepted<EditedStory>, ProblemHttpResult>> SplitAsync(string id, SplitRequest request, StoryLeader leader, CancellationToken ct) =>
        request.ArticleIds is not { Count: > 0 and <= MaxArticles } articles || articles.Any(string.IsNullOrWhiteSpace)
            ? Problems.BadRequest($"'articleIds' must name 1 to {MaxArticles} articles of this story.")
            : Answer(await leader.EditAsync(new SplitStory(id, articles), ct));

    private static async Task<Results<Accepted<EditedStory>, ProblemHttpResult>> PinAsync(string id, PinRequest request, StoryLeader leader, CancellationToken ct) =>
        string.IsNullOrWhiteSpace(request.ArticleId)
            ? Problems.BadRequest("'articleId' is missing: name the article that belongs into this story.")
            : Answer(await leader.EditAsync(new PinArticle(id, request.ArticleId), ct));

    // 202: decided and durable here, to be seen by readers once publishing has it.
    private static Results<Accepted<EditedStory>, ProblemHttpResult> Answer(StoryEdit edit) => edit switch
    {
        { Refusal: StoryRefusal.NotFound, Sentence: { } sentence } => Problems.NotFound(sentence),
        { Sentence: { } sentence } => Problems.Conflict(sentence),
        _ => TypedResults.Accepted($"/api/v1/stories/{edit.StoryId}", new EditedStory(edit.StoryId!)),
    };
}

internal sealed record MergeRequest(string? From);

internal sealed record SplitRequest(IReadOnlyList<string>? ArticleIds);

internal sealed record PinRequest(string? ArticleId);

/// <summary>The story that the edit ended in: the one addressed, or the new one of a split.</summary>
internal sealed record EditedStory(string StoryId);
