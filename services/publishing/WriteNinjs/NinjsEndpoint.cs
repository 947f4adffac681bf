using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RenderSite;

namespace NewsPlatform.Publishing.WriteNinjs;

/// <summary><c>/api/v1/articles/{id}/ninjs</c>.</summary>
internal static class NinjsEndpoint
{
    public static void MapNinjs(this IEndpointRouteBuilder api) =>
        api.MapRead("/articles/{id}/ninjs", FindAsync)
            .WithName("GetArticleAsNinjs")
            .WithSummary("One article as an item of IPTC's ninjs 3.1.")
            .Produces<object>(StatusCodes.Status200OK, "application/ninjs+json")
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone);

    private static async Task<IResult> FindAsync(string id, HttpRequest request, [FromServices] IArticleReadStore articles, [FromServices] IOptions<PublishingOptions> options, CancellationToken ct)
    {
        var held = await articles.TryFindAsync(id, ct);
        return held?.Article is { } article
            ? TaggedContent.Text(NinjsWriter.Of(article, SiteAddress.Of(request, options.Value).Of(Links.Article(id))).ToJsonString(JsonDefaults.Options), NinjsWriter.ContentType)
            : ArticleAbsence.Of(id, held?.State);
    }
}
