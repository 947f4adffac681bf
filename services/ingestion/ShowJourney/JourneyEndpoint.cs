using NewsPlatform.Hosting.Http;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.ShowJourney;

/// <summary>Where an article has been and where it is now.</summary>
/// <param name="Id">The article.</param>
/// <param name="Revision">The newest.</param>
/// <param name="State">Of the newest revision.</param>
/// <param name="Url">Its address; null when it has none, and until its embargo ends: an address often tells the news.</param>
/// <param name="SourceId">Who brought it first.</param>
/// <param name="SeenIn">The sources that brought it; without addresses under embargo.</param>
/// <param name="Steps">In order.</param>
internal sealed record JourneyView(string Id, long Revision, ArticleState State, string? Url, string SourceId, IReadOnlyList<Sighting> SeenIn, IReadOnlyList<JourneyStep> Steps);

/// <summary>Shows the journey of one article.</summary>
internal static class JourneyEndpoint
{
    public static void MapJourney(this IEndpointRouteBuilder app) =>
        app.MapRead("/api/v1/articles/{id}/journey", HandleAsync).WithName("ShowJourney").WithSummary("Where an article has been and where it is now.").Produces<JourneyView>().ProducesProblems(404);

    private static async Task<IResult> HandleAsync(string id, IArticleStore articles, TimeProvider time, CancellationToken ct)
    {
        if (!(await articles.FindAsync([id], ct)).TryGetValue(id, out var article))
            return Problems.NotFound($"There is no article '{id}'.");

        var content = (await articles.ReadContentsAsync([id], ct)).GetValueOrDefault(id)?.Content;
        var isEmbargoed = content?.EmbargoedUntil > time.GetUtcNow();
        return TypedResults.Ok(new JourneyView(
            article.Id,
            article.Revision,
            article.State,
            isEmbargoed ? null : article.Url,
            article.SourceId,
            isEmbargoed ? [.. article.SeenIn.Select(sighting => sighting with { Url = null })] : article.SeenIn,
            article.Steps));
    }
}
