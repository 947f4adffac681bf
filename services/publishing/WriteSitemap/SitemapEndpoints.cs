using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.WriteSitemap;

/// <summary><c>/robots.txt</c>, <c>/sitemap.xml</c> and the news sitemaps that it lists.</summary>
internal static class SitemapEndpoints
{
    private const string NewsPath = "/sitemaps/news.xml";

    // So many files of 1,000; what is older than their articles is found by its stories and sections.
    private const int MostFiles = 50;

    public static void MapSitemaps(this IEndpointRouteBuilder app)
    {
        var files = app.MapGroup("").ExcludeFromDescription();
        files.MapRead("/robots.txt", Robots);
        files.MapRead("/sitemap.xml", IndexAsync);
        files.MapRead(NewsPath, NewsAsync);
    }

    // Searches have no end, and the API is described for programs.
    private static TaggedContent Robots(HttpRequest request, [FromServices] IOptions<PublishingOptions> options) => TaggedContent.Text(
        $"User-agent: *\nDisallow: /search\nDisallow: /api/\nSitemap: {SiteAddress.Of(request, options.Value).Of("/sitemap.xml")}\n",
        "text/plain; charset=utf-8");

    private static async Task<IResult> IndexAsync(HttpRequest request, [FromServices] IArticleSearch search, [FromServices] IOptions<PublishingOptions> options, [FromServices] TimeProvider clock, CancellationToken ct)
    {
        var hits = await search.ReadHitsAsync(HitQuery.Of(Newest(clock)), NewsSitemap.MostArticles * MostFiles, [], ct);
        var site = SiteAddress.Of(request, options.Value);
        var files = hits.Chunk(NewsSitemap.MostArticles).Select((file, number) => (AddressOf(site, number == 0 ? null : hits[(number * NewsSitemap.MostArticles) - 1]), HitKey.Time(file[0].Place.Key)));
        return new TaggedContent(NewsSitemap.WriteIndex(files), NewsSitemap.ContentType);
    }

    private static async Task<IResult> NewsAsync(HttpRequest request, [FromServices] ArticleLister articles, [FromServices] IOptions<PublishingOptions> options, [FromServices] TimeProvider clock, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var after = parameters.Position<ArticleCursor>();
        if (parameters.Problem is { } problem)
        {
            return Problems.BadRequest(problem);
        }

        var page = await articles.ListAsync(Newest(clock) with { After = after, Limit = NewsSitemap.MostArticles }, ct);
        return new TaggedContent(NewsSitemap.Write(page.Items, options.Value.SiteName, SiteAddress.Of(request, options.Value)), NewsSitemap.ContentType);
    }

    private static ArticleQuery Newest(TimeProvider clock) => new() { From = clock.GetUtcNow() - NewsSitemap.Reach };

    // A file begins after an article, so that its address holds the same ones while others come in.
    private static string AddressOf(SiteAddress site, Hit? after) => site.Of(after is null
        ? NewsPath
        : Links.WithQuery(NewsPath, ("cursor", Cursor.Encode(new ArticleCursor(ArticleOrder.Time, after.Place.Key, after.Place.ArticleId)))));
}
