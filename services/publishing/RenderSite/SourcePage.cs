using NewsPlatform.Contracts.Sources;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.CountFacets;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>One source: how it fares, what it writes about, and its articles.</summary>
internal static class SourcePage
{
    /// <param name="id">The source's.</param>
    /// <param name="source">As ingestion reported it; null for one that only pushes.</param>
    /// <param name="articles">Its articles.</param>
    /// <param name="counted">What they have in common.</param>
    /// <param name="request">Of the page.</param>
    public static SitePage Of(string id, SourceReported? source, Page<PublishedArticle> articles, ArticleFacets counted, SiteRequest request)
    {
        var name = source?.Name ?? articles.Items[0].Content.Source.Name;
        return new SitePage
        {
            Title = name,
            FeedFilters = SearchFilters.Of("source", id).ForFeeds(),
            Live = new LiveNews($"types=published&source={Uri.EscapeDataString(id)}"),
            Main = Html.Of($"""
                <header class="profile">
                <p class="kicker">{request.Texts.SourceWord}</p>
                <h1 class="page-title"><bdi>{name}</bdi></h1>
                {Html.If(source is not null, () => About(source!, request))}
                </header>
                <div class="reading">
                <section aria-label="{request.Texts.Latest}">
                {ArticleListPage.Rows(articles, request.Texts.NothingYet, request)}
                </section>
                {FacetPanel.Of(counted, SearchFilters.Of("source", id), sort: null, request)}
                </div>
                """),
        };
    }

    private static Html About(SourceReported source, SiteRequest request) => Html.Of($"""
        {Html.If(source.Description, text => Html.Of($"<p class=\"standfirst\" dir=\"auto\">{text}</p>"))}
        <p class="meta">{Html.If(HomeOf(source), url => Html.Of($"<a href=\"{url}\" rel=\"noopener\">{new Uri(url).Host}</a> "))}{Html.If(source.Language, code => Html.Of($"<span class=\"language\">{code}</span> "))}<span>{SourcesPage.Freshness(source, request)}</span></p>
        """);

    // What is polled is a feed; people want the paper.
    private static string? HomeOf(SourceReported source) => Links.Outside(source.HomePage) ?? FrontOf(source);

    private static string? FrontOf(SourceReported source) =>
        Links.Outside(source.Url) is { } url ? new Uri(url).GetLeftPart(UriPartial.Authority) + "/" : null;
}
