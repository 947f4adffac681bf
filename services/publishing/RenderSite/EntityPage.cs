using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.DescribeEntity;
using NewsPlatform.Publishing.ListQuotes;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.WriteJsonLd;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>A person, organisation or place: what it is called, what it said, with whom it is named, and the articles.</summary>
internal static class EntityPage
{
    private const int AliasesShown = 8;

    /// <param name="entity">As the visible articles know it.</param>
    /// <param name="articles">Those that name it.</param>
    /// <param name="said">Its newest words.</param>
    /// <param name="request">Of the page.</param>
    public static SitePage Of(EntityResource entity, Page<PublishedArticle> articles, IReadOnlyList<QuoteResource> said, SiteRequest request) => new()
    {
        Title = entity.Name,
        FeedFilters = SearchFilters.Of("entity", entity.Id ?? entity.Name).ForFeeds(),

        // The change log knows names, in each language another, and no ids.
        Live = new LiveNews($"types=published&entity={Uri.EscapeDataString(string.Join(',', entity.Aliases.Take(AliasesShown).Prepend(entity.Name)))}"),
        Main = Html.Of($"""
            <header class="profile">
            <p class="kicker">{KindOf(entity, request)}</p>
            <h1 class="page-title"><bdi>{entity.Name}</bdi></h1>
            {Html.If(entity.Role, role => Html.Of($"<p class=\"standfirst\" dir=\"auto\">{role}</p>"))}
            {Html.If(string.Join(", ", entity.Aliases.Take(AliasesShown)), aliases => Html.Of($"<p class=\"meta\">{request.Texts.AlsoCalled} <bdi>{aliases}</bdi></p>"))}
            {Html.If(WikidataAddress.Of(entity.Id), url => Html.Of($"<p class=\"meta\"><a href=\"{url}\" rel=\"noopener\">Wikidata</a></p>"))}
            </header>
            <div class="reading">
            <section aria-label="{request.Texts.Latest}">
            <p class="meta">{request.Texts.ArticleCount.Of(entity.Articles)}{(entity.IsTotalExact ? "" : "+")}</p>
            {ArticleListPage.Rows(articles, request.Texts.NothingYet, request)}
            </section>
            <aside class="notes" aria-label="{request.Texts.InShort}">
            {Html.If(said.Count > 0, () => Html.Of($"<section><h2 class=\"rubric\">{request.Texts.InTheirWords}</h2>{said.Select(quote => QuoteFigure.Of(quote, request))}</section>\n"))}
            {Together(entity, request)}
            </aside>
            </div>
            """),
    };

    private static string KindOf(EntityResource entity, SiteRequest request) => entity.Type switch
    {
        "PER" => request.Texts.Person,
        "ORG" => request.Texts.Organisation,
        _ => request.Texts.Place,
    };

    private static Html Together(EntityResource entity, SiteRequest request) => Html.If(entity.NamedWith.Count > 0, () => Html.Of($"""
        <section><h2 class="rubric">{request.Texts.NamedTogether}</h2><ul class="chips">
        {entity.NamedWith.Select(other => Html.Of($"<li><a href=\"{request.Link(Links.Entity(other.Name))}\">{other.Name}</a> <span class=\"role\">{other.Articles}</span></li>\n"))}
        </ul></section>
        """));
}
