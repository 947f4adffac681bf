using Microsoft.AspNetCore.Mvc;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.ReadStories;

namespace NewsPlatform.Publishing.TellTimeline;

/// <summary><c>/api/v1/stories/{id}/timeline</c>.</summary>
internal static class TimelineEndpoint
{
    public static void MapTimeline(this IEndpointRouteBuilder api) =>
        api.MapRead("/stories/{id}/timeline", FindAsync)
            .WithName("GetStoryTimeline")
            .WithSummary("Who reported what when: each article of the story with the time since the first report, late ones, repeats, updates and revisions, the earliest first; of the newest 500 articles.")
            .Produces<StoryTimeline>()
            .Produces(StatusCodes.Status308PermanentRedirect)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone);

    private static async Task<IResult> FindAsync(string id, [FromServices] StoryReader stories, CancellationToken ct)
    {
        var found = await stories.TryFindAsync(id, StoryTimeline.MostArticles, ct);
        return found?.View is { } view
            ? TaggedContent.Json(StoryTimeline.Of(view.Story.StoryId, view.Story.Title, view.Articles.Total, view.Articles.Newest))
            : StoryAbsence.Of(id, found, "/timeline");
    }
}
