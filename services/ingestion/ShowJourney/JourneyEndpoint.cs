using NewsPlatform.Hosting.Http;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.ShowJourney;

/// <summary>Where an article has been and where it is now.</summary>
internal sealed record JourneyView(string Id, long Revision, ArticleState State, string? Url, string SourceId, IReadOnlyList<Sighting> SeenIn, IReadOnlyList<JourneyStep> Steps);

/// <summary>Shows the journey of one article.</summary>
internal static class JourneyEndpoint
{
    public static void MapJourney(this IEndpointRouteBuilder app) =>
        app.MapRead("/api/v1/articles/{id}/journey", HandleAsync).WithName("ShowJourney").WithSummary("Where an article has been and where it is now.").Produces<JourneyView>().ProducesProblems(404);

    private static async Task<IResult> HandleAsync(string id, IArticleStore articles, CancellationToken ct) =>
        (await articles.FindAsync([id], ct)).TryGetValue(id, out var article)
            ? TypedResults.Ok(new JourneyView(article.Id, article.Revision, article.State, article.Url, article.SourceId, article.SeenIn, article.Steps))
            : Problems.NotFound($"There is no article '{id}'.");
}
