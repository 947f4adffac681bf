using NewsPlatform.Contracts.Sources;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Where the news comes from, and which of the sources are silent.</summary>
internal static class SourcesPage
{
    public static SitePage Of(IReadOnlyList<SourceReported> sources, string? next, SiteRequest request) => new()
    {
        Title = request.Texts.Sources,
        Main = Html.Of($"""
            <h1 class="page-title">{request.Texts.Sources}</h1>
            {Rows(sources, request)}
            {Teaser.Next(next, request)}
            """),
    };

    private static Html Rows(IReadOnlyList<SourceReported> sources, SiteRequest request) => sources.Count == 0
        ? Html.Of($"<p class=\"empty\" role=\"status\">{request.Texts.NothingYet}</p>")
        : Html.Of($"<ul class=\"plain sources\">\n{sources.Select(source => Row(source, request))}</ul>\n");

    private static Html Row(SourceReported source, SiteRequest request) => Html.Of($"""
        <li><a class="source" href="{request.Link(Links.Source(source.SourceId))}">{source.Name}</a>
        <span class="meta">{Html.If(source.Language, code => Html.Of($"<span class=\"language\">{code}</span> "))}<span>{Freshness(source, request)}</span></span></li>

        """);

    /// <summary>When it was last read, or since when it is silent.</summary>
    public static Html Freshness(SourceReported source, SiteRequest request) => (source.State, source.LastSuccessAt) switch
    {
        ("healthy", { } read) => Html.Of($"{request.Texts.LastRead} {request.Time(read)}"),
        ("healthy", null) => Html.Of($"{request.Texts.NotReadYet}"),
        (_, { } read) => Html.Of($"<strong>{request.Texts.SilentSince} {request.Time(source.StateSince)}</strong>, {request.Texts.LastRead} {request.Time(read)}"),
        _ => Html.Of($"<strong>{request.Texts.SilentSince} {request.Time(source.StateSince)}</strong>"),
    };
}
