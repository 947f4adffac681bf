using Microsoft.AspNetCore.Mvc;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>The pages for people.</summary>
internal static class SiteEndpoints
{
    public static void MapSite(this IEndpointRouteBuilder app)
    {
        app.MapAssets();
        var pages = app.MapGroup("").ExcludeFromDescription();
        pages.MapRead("/", (HttpRequest request, [FromServices] Site site, CancellationToken ct) => site.FrontAsync(request, ct));
        pages.MapRead("/section/{**name}", (string name, HttpRequest request, [FromServices] Site site, CancellationToken ct) => site.SectionAsync(PathNames.Read(name), request, ct));
        pages.MapRead("/article/{id}", (string id, HttpRequest request, [FromServices] Site site, CancellationToken ct) => site.ArticleAsync(id, request, ct));
        pages.MapRead("/story/{id}", (string id, HttpRequest request, [FromServices] Site site, CancellationToken ct) => site.StoryAsync(id, request, ct));
        pages.MapRead("/sources", (HttpRequest request, [FromServices] Site site, CancellationToken ct) => site.SourcesAsync(request, ct));
        pages.MapRead("/source/{**id}", (string id, HttpRequest request, [FromServices] ProfilePages profiles, CancellationToken ct) => profiles.SourceAsync(PathNames.Read(id), request, ct));
        pages.MapRead("/entity/{**name}", (string name, HttpRequest request, [FromServices] ProfilePages profiles, CancellationToken ct) => profiles.EntityAsync(PathNames.Read(name), request, ct));
        pages.MapRead("/search", (HttpRequest request, [FromServices] Site site, CancellationToken ct) => site.SearchAsync(request, ct));
        pages.MapRead("/{**path}", (HttpRequest request, [FromServices] Site site) => site.NotFound(request)).WithOrder(int.MaxValue);
    }
}
