using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>What a page that stands open is told of: the entries of the change log that are behind the page.</summary>
/// <param name="Filters">Of <c>/api/v1/stream</c>, as a query string without its <c>?</c>.</param>
/// <param name="ArticleId">Only entries of this article count; null = all.</param>
internal sealed record LiveNews(string Filters, string? ArticleId = null)
{
    /// <summary>The log's end before the page's news was read, so that nothing falls between the page and its stream.</summary>
    public LogCursor After { get; init; }

    /// <summary>A line that shows itself when there is something to tell; scripts fill it (site.js).</summary>
    public Html Bar(SiteRequest request)
    {
        var stream = $"/api/v1/stream?cursor={Uri.EscapeDataString(After.ToString())}&{Filters}";
        return Html.Of($"""
            <div class="live" role="status" data-stream="{stream}" data-article="{ArticleId}" data-text="{(ArticleId is null ? request.Texts.NewHere : request.Texts.ArticleChanged)}"></div>

            """);
    }
}
