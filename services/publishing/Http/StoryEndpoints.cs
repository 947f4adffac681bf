using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.RankStories;
using NewsPlatform.Publishing.ReadStories;

namespace NewsPlatform.Publishing.Http;

/// <summary><c>/api/v1/stories</c>.</summary>
internal static class StoryEndpoints
{
    public static void MapStories(this IEndpointRouteBuilder api)
    {
        api.MapRead("/stories", ListAsync)
            .WithName("ListStories")
            .WithSummary("Stories with visible articles: the last changed first, or with sort=score the weightiest of the 500 changed last.")
            .Produces<Page<StoryResource>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithFilterParameters("language", "story sort", "limit", "cursor");
        api.MapRead("/stories/{id}", FindAsync)
            .WithName("GetStory")
            .WithSummary("One story with its articles; a merged story redirects to the one that took its articles.")
            .Produces<StoryResource>()
            .Produces(StatusCodes.Status308PermanentRedirect)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone);
    }

    private static async Task<Results<Ok<Page<StoryResource>>, ProblemHttpResult>> ListAsync(
        HttpRequest request, [FromServices] StoryReader stories, [FromServices] RankedStories ranked, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var list = parameters.OneOf("sort", "score", "time") == "score" ? ByScore(parameters, ranked) : ByTime(parameters, stories);
        if (parameters.Problem is { } problem)
        {
            return Problems.BadRequest(problem);
        }

        var page = await list(ct);
        return TypedResults.Ok(new Page<StoryResource>([.. page.Items.Select(StoryResource.Of)], page.Next));
    }

    private static Func<CancellationToken, Task<Page<StoryView>>> ByScore(QueryParameters parameters, RankedStories ranked)
    {
        var (limit, language, after) = StoryQueryReader.ReadRanked(parameters);
        return ct => ranked.ListAsync(limit, language, after, ct);
    }

    private static Func<CancellationToken, Task<Page<StoryView>>> ByTime(QueryParameters parameters, StoryReader stories)
    {
        var query = StoryQueryReader.Read(parameters);
        return ct => stories.ListAsync(query, ct);
    }

    private static async Task<IResult> FindAsync(string id, [FromServices] StoryReader stories, CancellationToken ct) =>
        await stories.TryFindAsync(id, ct) switch
        {
            { View: { } view } => TaggedContent.Json(StoryResource.Of(view)),
            var found => StoryAbsence.Of(id, found),
        };
}
