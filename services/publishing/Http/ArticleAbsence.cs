using Microsoft.AspNetCore.Http.HttpResults;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.Http;

/// <summary>Why an article is not shown.</summary>
internal static class ArticleAbsence
{
    /// <summary>410 with the tombstone for one that was withdrawn or expired, else 404.</summary>
    public static ProblemHttpResult Of(string id, ArticleState? state) => state is { Standing: Standing.Withdrawn or Standing.Expired }
        ? Problems.Gone($"Article '{id}' {(state.Standing == Standing.Expired ? "expired by the retention policy" : "was withdrawn")}.", [new("tombstone", Tombstone.Of(state))])
        : Problems.NotFound($"There is no article '{id}': look it up in /api/v1/articles.");
}
