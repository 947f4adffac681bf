using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.CountFacets;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RenderSite.Texts;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Lists of articles: a section, and what a search found.</summary>
internal static class ArticleListPage
{
    public static SitePage OfSection(string section, Page<PublishedArticle> articles, SiteRequest request) => new()
    {
        Title = request.Texts.CategoryName(section),
        Section = section.ToLowerInvariant(),
        FeedFilters = SearchFilters.Of("section", section).ForFeeds(),
        Live = new LiveNews($"types=published&section={Uri.EscapeDataString(section)}"),
        Indexed = articles.Items.Count > 0,
        Main = Html.Of($"""
            <h1 class="page-title">{request.Texts.CategoryName(section)}</h1>
            {Rows(articles, request.Texts.NothingYet, request)}
            """),
    };

    public static SitePage OfSearch(ArticleQuery query, SearchFilters filters, Page<PublishedArticle> articles, ArticleFacets counted, SiteRequest request)
    {
        var sort = SortOf(query);
        return new SitePage
        {
            Title = Subject(query) is { Length: > 0 } subject ? $"{request.Texts.Search}: {subject}" : request.Texts.Search,
            Words = query.Words,
            FeedFilters = filters.ForFeeds(),
            Indexed = false,
            Main = Html.Of($"""
                <h1 class="page-title">{request.Texts.Search}{Html.If(Subject(query), subject => Html.Of($" <span class=\"subject\" dir=\"auto\">{subject}</span>"))}</h1>
                {Form(query, filters, request)}
                {FacetPanel.Chosen(filters, sort, request)}
                <div class="reading found">
                <section aria-label="{request.Texts.Latest}">
                {Html.If(articles.Items.Count > 0, () => Html.Of($"<p class=\"meta\">{request.Texts.ArticleCount.Of(counted.Total)}{(counted.IsTotalExact ? "" : "+")}</p>"))}
                {Rows(articles, request.Texts.NothingFound, request)}
                </section>
                {FacetPanel.Of(counted, filters, sort, request)}
                </div>
                """),
        };
    }

    /// <summary>The articles as rows, with the way to the next page.</summary>
    public static Html Rows(Page<PublishedArticle> articles, string whenEmpty, SiteRequest request) => articles.Items.Count == 0
        ? Html.Of($"<p class=\"empty\" role=\"status\">{whenEmpty}</p>")
        : Html.Of($"<ol class=\"rows\">\n{articles.Items.Select(article => Teaser.Row(article, request))}</ol>\n{Teaser.Next(articles.Next, request)}");

    private static Html Form(ArticleQuery query, SearchFilters filters, SiteRequest request) => Html.Of($"""
        <form class="filters" action="/search" method="get" aria-label="{request.Texts.Filters}">
        <label>{request.Texts.Search} <input type="search" name="q" value="{query.Words}" placeholder="{request.Texts.SearchHint}" maxlength="500"></label>
        <label>{request.Texts.NewsLanguage} <select name="language"><option value="">{request.Texts.AnyLanguage}</option>
        {InterfaceLanguage.All.Select(texts => Option(texts.Code, texts.Name, query.Language))}
        </select></label>
        <label>{request.Texts.Order} <select name="sort">{Option("relevance", request.Texts.ByRelevance, SortOf(query))}{Option("time", request.Texts.ByTime, SortOf(query))}</select></label>
        {filters.Chosen.Select(one => Hidden(one.Name, one.Value))}{Hidden("lang", request.AskedLanguage)}
        <button type="submit">{request.Texts.Search}</button>
        </form>
        """);

    private static Html Option(string value, string name, string? chosen) =>
        Html.Of($"<option value=\"{value}\"{Html.If(value == chosen, () => Html.Of($" selected"))}>{name}</option>");

    private static Html Hidden(string name, string? value) => Html.If(value, text => Html.Of($"<input type=\"hidden\" name=\"{name}\" value=\"{text}\">"));

    private static string Subject(ArticleQuery query)
    {
        string?[] parts = [query.Words, query.Entity, query.Section, query.SourceId];
        return string.Join(", ", parts.Where(part => part is not null));
    }

    private static string SortOf(ArticleQuery query) => query.Order == ArticleOrder.Time ? "time" : "relevance";
}
