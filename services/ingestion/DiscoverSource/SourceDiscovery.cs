using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using NewsPlatform.Ingestion.DecodeText;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Ingestion.RespectSites;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.DiscoverSource;

/// <summary>
/// Finds out what can be read at an address: itself a feed or sitemap, the feeds that the page names, feeds and news sitemaps where sites usually keep
/// them, the list on the page, the article on the page. One request at a time, at most <see cref="MostRequests"/>.
/// </summary>
internal sealed class SourceDiscovery(LimitHits hits, TimeProvider time)
{
    public const int MostRequests = 24;

    private const int MostNamedFeeds = 4;

    private static readonly string[] FeedPaths = ["/feed", "/rss", "/rss.xml", "/feed.xml", "/atom.xml", "/index.xml", "/feed.json", "/rss/all.xml"];
    private static readonly string[] SitemapPaths = ["/news-sitemap.xml", "/sitemap-news.xml", "/sitemap_news.xml", "/sitemap.xml"];

    /// <summary>Looks at <paramref name="address"/> and, if need be, around it.</summary>
    public async Task<Discovery> FindAsync(Uri address, ListingSelectors? selectors, string? credential, PoliteLook look, CancellationToken ct)
    {
        var visit = new Visit(look, time.GetUtcNow(), selectors, credential, hits.Hit);
        if (await visit.FetchAsync(address, ct) is not { } page)
            return Discovery.Failed(visit.LastProblem);

        var found = new List<FoundSource>();
        Add(found, visit.TryRead(SourceKind.Feed, page, "the address itself") ?? visit.TryRead(SourceKind.Sitemap, page, "the address itself"));
        if (found.Count == 0)
            await FindAroundAsync(page, visit, found, ct);

        return found.Count > 0
            ? new Discovery(found, Problem: null)
            : Discovery.Failed($"Nothing at {RedirectRules.Shown(address)} can be read as news: no feed, no news sitemap, no list of articles, no article; give the address of one of them.");
    }

    private static void Add(List<FoundSource> found, FoundSource? one)
    {
        if (one is not null && found.TrueForAll(other => other.Kind != one.Kind || other.Url != one.Url))
            found.Add(one);
    }

    private static async Task FindAroundAsync(Fetched page, Visit visit, List<FoundSource> found, CancellationToken ct)
    {
        var html = TextDecoder.Html(page.Body, page.ContentType).Text;
        if (NestingGuard.IsTooDeep(html))
            return;

        using var document = new HtmlParser().ParseDocument(html);
        if (IsArticle(document, page.FinalUri))
            found.Add(new FoundSource(SourceKind.Page, page.FinalUri, "the address itself", List: null, page));

        foreach (var link in HeadLinks.Find(document, page.FinalUri).Take(MostNamedFeeds))
            Add(found, await visit.TryFetchAsync(SourceKind.Feed, link, "a link of the page", ct));

        if (!found.Exists(one => one.Kind == SourceKind.Feed))
            await FindFirstAsync(FeedPaths, SourceKind.Feed, page.FinalUri, visit, found, ct);

        await FindSitemapAsync(page.FinalUri, visit, found, ct);
        Add(found, visit.TryRead(SourceKind.Listing, page, "the list on the page"));
    }

    private static async Task FindFirstAsync(IEnumerable<string> paths, SourceKind kind, Uri site, Visit visit, List<FoundSource> found, CancellationToken ct)
    {
        foreach (var path in paths)
        {
            if (await visit.TryFetchAsync(kind, new Uri(site, path), "a usual address", ct) is { } one)
            {
                Add(found, one);
                return;
            }
        }
    }

    private static async Task FindSitemapAsync(Uri site, Visit visit, List<FoundSource> found, CancellationToken ct)
    {
        var robots = await visit.FetchAsync(new Uri(site, "/robots.txt"), ct);
        var named = robots is null ? [] : RobotsSitemaps.Find(Encoding.UTF8.GetString(robots.Body), site);
        foreach (var address in named.Take(MostNamedFeeds))
        {
            if (await visit.TryFetchAsync(SourceKind.Sitemap, address, "robots.txt", ct) is { } one)
            {
                Add(found, one);
                return;
            }
        }

        await FindFirstAsync(SitemapPaths, SourceKind.Sitemap, site, visit, found, ct);
    }

    // A site's front page is never one, whatever it says of itself.
    private static bool IsArticle(IHtmlDocument document, Uri address)
    {
        if (address.AbsolutePath.Length <= 1)
            return false;

        var type = document.QuerySelector("meta[property='og:type']")?.GetAttribute("content");
        return string.Equals(type, "article", StringComparison.OrdinalIgnoreCase)
            || document.QuerySelectorAll("script[type='application/ld+json']").Any(data => data.TextContent.Contains("\"NewsArticle\"", StringComparison.Ordinal));
    }
}
