using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RenderSite.Texts;
using NewsPlatform.Publishing.WriteJsonLd;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>The front page: stories by weight, and the latest articles as they came.</summary>
internal static class FrontPage
{
    private const int NamedSources = 3;

    public static SitePage Of(FrontPageLayout layout, IReadOnlyList<PublishedArticle> latest, string? language, string? next, SiteRequest request) => new()
    {
        Title = "",
        Section = "",
        Data = WebSiteData.Of(request.SiteName, request.Address.Of("/"), request.Address.Of("/search?q={words}")),
        FeedFilters = language is null ? "" : $"language={language}",
        Live = new LiveNews(language is null ? "types=published" : $"types=published&language={language}"),
        Main = Html.Of($"""
            <h1 class="unseen">{request.SiteName}</h1>
            {Editions(language, request)}
            {(layout.Lead is null ? Html.Of($"<p class=\"empty\">{request.Texts.NothingYet}</p>") : Stories(layout, latest, request))}
            {Teaser.Next(next, request)}
            """),
    };

    private static Html Stories(FrontPageLayout layout, IReadOnlyList<PublishedArticle> latest, SiteRequest request) => Html.Of($"""
        <div class="front">
        <section class="lead" aria-label="{request.Texts.Story}">{Story(layout.Lead!, "h2", request)}</section>
        <section class="latest" aria-labelledby="latest"><h2 id="latest" class="rubric">{request.Texts.Latest}</h2>
        <ol>
        {latest.Select(article => Html.Of($"<li lang=\"{article.Analysis.Language}\"><p class=\"meta\">{request.Time(article.Time)} <span class=\"source\">{article.Content.Source.Name}</span></p><a href=\"{request.Link(Links.Article(article.ArticleId))}\" dir=\"auto\">{article.Content.Title}</a></li>\n"))}
        </ol></section>
        <div class="seconds">{layout.Seconds.Select(story => Html.Of($"<section class=\"second\">{Story(story, "h2", request)}</section>\n"))}</div>
        </div>
        {Html.If(layout.Others.Count > 0, () => Html.Of($"""
            <section class="more" aria-labelledby="more"><h2 id="more" class="rubric">{request.Texts.MoreStories}</h2>
            <div class="columns">{layout.Others.Select(story => Html.Of($"<section class=\"brief\">{Story(story, "h3", request)}</section>\n"))}</div></section>
            """))}
        """);

    private static Html Story(FrontStory story, string heading, SiteRequest request) => Html.Of($"""
        <article lang="{story.Lead.Analysis.Language}">
        {Teaser.Picture(story.Image, "picture")}
        {Teaser.Kicker(story.Lead.Content.Section ?? story.Lead.Analysis.Section, request)}
        {Headline(story, heading, request)}
        {Html.If(Teaser.TextOf(story.Lead), text => Html.Of($"<p class=\"teaser\" dir=\"auto\">{text}</p>"))}
        {Sources(story, request)}
        </article>

        """);

    private static Html Headline(FrontStory story, string heading, SiteRequest request)
    {
        var link = Html.Of($"<a href=\"{request.Link(story.Path)}\">{story.Title}</a>");
        return heading == "h2" ? Html.Of($"<h2 dir=\"auto\">{link}</h2>") : Html.Of($"<h3 dir=\"auto\">{link}</h3>");
    }

    private static Html Sources(FrontStory story, SiteRequest request)
    {
        var told = story.Others.Prepend(story.Lead).ToList();
        var named = told.Take(NamedSources).Select(article => Html.Of($"<a class=\"source\" href=\"{request.Link(Links.Article(article.ArticleId))}\">{article.Content.Source.Name}</a> "));
        var more = Html.If(told.Count > NamedSources, () => Html.Of($"<span class=\"others\">{request.Texts.MoreSourceCount.Of(told.Count - NamedSources)}</span> "));
        var count = Html.If(story.View.Articles.Total > 1, () => Html.Of($"<span class=\"count\">{request.Texts.ArticleCount.Of(story.View.Articles.Total)}</span> "));
        return Html.Of($"<p class=\"meta\" lang=\"{request.Texts.Code}\">{named}{more}{count}{request.Time(story.View.Articles.Newest[0].Time)}</p>");
    }

    private static Html Editions(string? language, SiteRequest request) => Html.Of($"""
        <nav class="editions" aria-label="{request.Texts.NewsLanguage}"><ul>
        {Edition(null, request.Texts.AnyLanguage, language, request)}
        {InterfaceLanguage.All.Select(texts => Edition(texts.Code, texts.Name, language, request))}
        </ul></nav>
        """);

    private static Html Edition(string? code, string name, string? chosen, SiteRequest request) =>
        Html.Of($"<li><a href=\"{request.Link("/", ("language", code))}\"{Html.If(code == chosen, () => Html.Of($" aria-current=\"true\""))}>{name}</a></li>\n");
}
