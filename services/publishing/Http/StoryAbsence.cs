using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.ReadStories;

namespace NewsPlatform.Publishing.Http;

/// <summary>Why a story is not shown.</summary>
internal static class StoryAbsence
{
    /// <summary>308 to the story that took its articles, 410 once it has none, else 404.</summary>
    /// <param name="id">As asked for.</param>
    /// <param name="found">What is known of it; null when nothing is.</param>
    /// <param name="below">What stands behind the id in the address.</param>
    public static IResult Of(string id, StoryLookup? found, string below = "") => found switch
    {
        { MergedInto: { } other } => TypedResults.Redirect($"/api/v1/stories/{Uri.EscapeDataString(other)}{below}", permanent: true, preserveMethod: true),
        { Emptied: true } => Problems.Gone($"Story '{id}' has no articles any more."),
        _ => Problems.NotFound($"There is no story '{id}': look it up in /api/v1/stories."),
    };
}
