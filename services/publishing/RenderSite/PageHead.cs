using NewsPlatform.Publishing.RenderSite.Texts;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>What a page tells browsers, search engines and those who show a link to it.</summary>
internal static class PageHead
{
    /// <summary>The forms in which a page's news can be followed.</summary>
    public static (string File, string Name, string Type)[] FeedForms { get; } =
    [
        ("rss.xml", "RSS", "application/rss+xml"),
        ("atom.xml", "Atom", "application/atom+xml"),
        ("feed.json", "JSON Feed", "application/feed+json"),
    ];

    public static Html Of(SitePage page, SiteRequest request)
    {
        var title = page.Title.Length == 0 ? request.SiteName : page.Title;
        return Html.Of($"""
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{(page.Title.Length == 0 ? request.SiteName : $"{page.Title} · {request.SiteName}")}</title>
            {Html.If(page.Description, text => Html.Of($"<meta name=\"description\" content=\"{text}\">"))}
            {(page is { Indexed: true, Status: StatusCodes.Status200OK } ? Addresses(request) : Html.Of($"<meta name=\"robots\" content=\"noindex\">"))}
            <meta property="og:type" content="{page.OpenGraphType}">
            <meta property="og:locale" content="{request.Texts.Locale}">
            <meta property="og:site_name" content="{request.SiteName}">
            <meta property="og:title" content="{title}">
            {Html.If(page.Description, text => Html.Of($"<meta property=\"og:description\" content=\"{text}\">"))}
            {Html.If(page.Image, url => Html.Of($"<meta property=\"og:image\" content=\"{url}\">"))}
            <meta name="twitter:card" content="{(page.Image is null ? "summary" : "summary_large_image")}">
            <link rel="stylesheet" href="{SiteAssets.Url("site.css")}">
            <script src="{SiteAssets.Url("site.js")}" defer></script>
            <link rel="icon" type="image/svg+xml" href="{SiteAssets.Url("icon.svg")}">
            {FeedForms.Select(form => Html.Of($"<link rel=\"alternate\" type=\"{form.Type}\" title=\"{form.Name}\" href=\"{FeedUrl(form.File, page)}\">\n"))}
            {(page.Data is { } data ? Html.Data(data) : Html.Empty)}
            </head>
            """);
    }

    /// <summary>The address of the page's news as a feed.</summary>
    public static string FeedUrl(string file, SitePage page) => page.FeedFilters.Length == 0 ? $"/feeds/{file}" : $"/feeds/{file}?{page.FeedFilters}";

    // The same page in another language of the interface is another page; the one without lang follows the browser.
    private static Html Addresses(SiteRequest request)
    {
        var own = Html.Of($"""
            <link rel="canonical" href="{request.Canonical(request.AskedLanguage)}">
            <meta property="og:url" content="{request.Canonical(request.AskedLanguage)}">
            """);
        var others = InterfaceLanguage.All.Select(texts => Html.Of($"\n<link rel=\"alternate\" hreflang=\"{texts.Code}\" href=\"{request.Canonical(texts.Code)}\">"));
        return Html.Join([own, .. others, Html.Of($"\n<link rel=\"alternate\" hreflang=\"x-default\" href=\"{request.Canonical(null)}\">")]);
    }
}
