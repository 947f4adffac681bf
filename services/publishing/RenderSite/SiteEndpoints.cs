using Microsoft.AspNetCore.Mvc;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>The pages for people.</summary>
internal static class SiteEndpoints
{
    private static readonly string[] Reads = [HttpMethods.Get, HttpMethods.Head];

    public static void MapSite(this IEndpointRouteBuilder app)
    {
        app.MapAssets();
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapMethods("/", Reads, (HttpRequest request, [FromServices] Site site, CancellationToken ct) => site.FrontAsync(request, ct));
        pages.MapMethods("/section/{**name}", Reads, (string name, HttpRequest request, [FromServices] Site site, CancellationToken ct) => site.SectionAsync(name, request, ct));
        pages.MapMethods("/article/{id}", Reads, (string id, HttpRequest request, [FromServices] Site site, CancellationToken ct) => site.ArticleAsync(id, request, ct));
        pages.MapMethods("/story/{id}", Reads, (string id, HttpRequest request, [FromServices] Site site, CancellationToken ct) => site.StoryAsync(id, request, ct));
        pages.MapMethods("/sources", Reads, (HttpRequest request, [FromServices] Site site, CancellationToken ct) => site.SourcesAsync(request, ct));
        pages.MapMethods("/source/{**id}", Reads, (string id, HttpRequest request, [FromServices] ProfilePages profiles, CancellationToken ct) => profiles.SourceAsync(id, request, ct));
        pages.MapMethods("/entity/{**name}", Reads, (string name, HttpRequest request, [FromServices] ProfilePages profiles, CancellationToken ct) => profiles.EntityAsync(name, request, ct));
        pages.MapMethods("/search", Reads, (HttpRequest request, [FromServices] Site site, CancellationToken ct) => site.SearchAsync(request, ct));
        pages.MapMethods("/{**path}", Reads, (HttpRequest request, [FromServices] Site site) => site.NotFound(request)).WithOrder(int.MaxValue);
    }
}
