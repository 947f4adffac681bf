using NewsPlatform.Publishing.RenderSite.Texts;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>The paper's frame: masthead, navigation, foot.</summary>
internal static class PageFrame
{
    public static Html Around(SitePage page, SiteRequest request) => Html.Of($"""
        <!doctype html>
        <html lang="{request.Texts.Code}">
        {PageHead.Of(page, request)}
        <body>
        <a class="skip" href="#main">{request.Texts.SkipToContent}</a>
        {Masthead(page, request)}
        {(page.Live is { } live ? live.Bar(request) : Html.Empty)}<main id="main">
        {page.Main}
        </main>
        {Foot(page, request)}
        </body>
        </html>

        """);

    private static Html Masthead(SitePage page, SiteRequest request) => Html.Of($"""
        <header class="masthead">
        <div class="masthead-top">
        <p class="today"><time datetime="{request.Now.ToString("yyyy-MM-dd")}">{request.Texts.LongDate(request.Now)}</time></p>
        <p class="nameplate"><a href="{request.Link("/")}">{request.SiteName}</a></p>
        <form class="search" role="search" action="/search" method="get">
        <label class="unseen" for="q">{request.Texts.Search}</label>
        <input id="q" type="search" name="q" value="{page.Words}" placeholder="{request.Texts.Search}" maxlength="500">
        {Html.If(request.AskedLanguage, code => Html.Of($"<input type=\"hidden\" name=\"lang\" value=\"{code}\">"))}
        <button type="submit">{request.Texts.Search}</button>
        </form>
        </div>
        <nav class="sections" aria-label="{request.Texts.Sections}">
        <ul>
        {NavigationItem(request.Texts.FrontPage, request.Link("/"), page.Section == "")}
        {request.Texts.Categories.Select(category => NavigationItem(category.Value, request.Link(Links.Section(category.Key)), page.Section == category.Key))}
        </ul>
        </nav>
        </header>
        """);

    private static Html NavigationItem(string name, string url, bool here) =>
        Html.Of($"<li><a href=\"{url}\"{Html.If(here, () => Html.Of($" aria-current=\"page\""))}>{name}</a></li>\n");

    private static Html Foot(SitePage page, SiteRequest request) => Html.Of($"""
        <footer class="foot">
        <p class="nameplate"><a href="{request.Link("/")}">{request.SiteName}</a></p>
        <nav aria-label="{request.Texts.Feeds}"><p>{request.Texts.Feeds}</p>
        <ul>
        {PageHead.FeedForms.Select(form => Html.Of($"<li><a href=\"{PageHead.FeedUrl(form.File, page)}\">{form.Name}</a></li>\n"))}
        </ul></nav>
        <p><a href="{request.Link("/sources")}">{request.Texts.Sources}</a></p>
        <nav aria-label="{request.Texts.SiteLanguage}"><p>{request.Texts.SiteLanguage}</p>
        <ul>
        {InterfaceLanguage.All.Select(texts => LanguageItem(texts, request))}
        </ul></nav>
        </footer>
        """);

    private static Html LanguageItem(SiteTexts texts, SiteRequest request) => texts.Code == request.Texts.Code
        ? Html.Of($"<li><span aria-current=\"true\" lang=\"{texts.Code}\">{texts.Name}</span></li>\n")
        : Html.Of($"<li><a href=\"{request.Address.PathWith("lang", texts.Code)}\" lang=\"{texts.Code}\" hreflang=\"{texts.Code}\">{texts.Name}</a></li>\n");
}
