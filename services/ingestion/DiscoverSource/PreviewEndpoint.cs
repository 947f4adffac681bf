using NewsPlatform.Hosting.Http;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.ExtractArticle.Rules;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.RespectSites;

namespace NewsPlatform.Ingestion.DiscoverSource;

/// <summary>Shows what a source would give, and stores nothing.</summary>
internal static class PreviewEndpoint
{
    public static void MapSourcePreview(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/sources/preview", HandleAsync)
            .WithName("PreviewSource")
            .WithSummary("What a source would give: what was found at the address, the first items, one page as the extraction reads it. Stores nothing.")
            .Produces<SourcePreview>()
            .ProducesProblems(400, 415, 422);

    private static async Task<IResult> HandleAsync(SourceInput input, SourceFinder finder, PoliteLooks looks, PublisherRuleFolder rules, TimeProvider time, CancellationToken ct)
    {
        if (input.Problem() is { } problem)
            return Problems.BadRequest(problem);

        var look = looks.Begin();
        var discovery = await finder.FindAsync(input, look, ct);
        if (discovery.Problem is { } nothing)
            return Problems.Unprocessable(nothing);

        return TypedResults.Ok(SourcePreview.Of(discovery, await ReadPageAsync(discovery.Found[0], input.Credential, look, new PageReading(time.GetUtcNow(), rules.Current, SourceZone.Of(input.TimeZone, input.Country)), ct)));
    }

    private static async Task<PreviewPage?> ReadPageAsync(FoundSource best, string? credential, PoliteLook look, PageReading reading, CancellationToken ct)
    {
        if (best.Kind == SourceKind.Page)
            return PreviewPage.Of(best.Body, best.Url, reading);

        var link = best.List?.Items.Select(item => Uri.TryCreate(item.Link, UriKind.Absolute, out var url) ? url : null).FirstOrDefault(url => url is not null);
        return link is null ? null : PreviewPage.Of(await look.FetchPageAsync(link, credential, ct), link, reading);
    }
}
