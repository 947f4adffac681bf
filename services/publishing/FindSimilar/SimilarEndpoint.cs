using Microsoft.AspNetCore.Mvc;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.FindSimilar;

/// <summary><c>/api/v1/articles/{id}/similar</c>.</summary>
internal static class SimilarEndpoint
{
    public static void MapSimilar(this IEndpointRouteBuilder api) =>
        api.MapRead("/articles/{id}/similar", FindAsync)
            .WithName("ListSimilarArticles")
            .WithSummary("Articles of the fifteen days before and after that share story, text, entities and key phrases with this one, the most similar first; 10 unless told.")
            .Produces<Page<SimilarArticle>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone)
            .WithFilterParameters("duplicates", "similar limit");

    private static async Task<IResult> FindAsync(string id, HttpRequest request, [FromServices] IArticleReadStore articles, [FromServices] SimilarArticles similar, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var limit = parameters.Number("limit", 1, SimilarArticles.Most) ?? SimilarArticles.Default;
        var withSameText = parameters.OneOf("duplicates", "true", "false") != "false";
        if (parameters.Problem is { } problem)
        {
            return Problems.BadRequest(problem);
        }

        var held = await articles.TryFindAsync(id, ct);
        return held?.Article is { } article
            ? TaggedContent.Json(new Page<SimilarArticle>(await similar.FindAsync(article, limit, withSameText, ct), null))
            : ArticleAbsence.Of(id, held?.State);
    }
}
