using System.Text.Json.Nodes;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>A page before it is put into the paper's frame.</summary>
internal sealed record SitePage
{
    public required string Title { get; init; }
    public required Html Main { get; init; }
    public string? Description { get; init; }

    /// <summary>Absolute address of a picture for previews.</summary>
    public string? Image { get; init; }

    /// <summary>What kind of thing the page is, in the words of Open Graph.</summary>
    public string OpenGraphType { get; init; } = "website";

    /// <summary>The page for programs (schema.org).</summary>
    public JsonObject? Data { get; init; }

    /// <summary>The section to mark in the navigation.</summary>
    public string? Section { get; init; }

    /// <summary>The words in the search field.</summary>
    public string? Words { get; init; }

    /// <summary>Filters of the feeds that fit the page, as a query string without its <c>?</c>; empty = everything.</summary>
    public string FeedFilters { get; init; } = "";

    /// <summary>What a reader who leaves the page open is told of; null = nothing.</summary>
    public LiveNews? Live { get; init; }

    /// <summary>False for pages that search engines should leave alone.</summary>
    public bool Indexed { get; init; } = true;

    /// <summary>Where the page stands for good now; null = here.</summary>
    public string? MovedTo { get; private init; }

    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>A page that has moved.</summary>
    public static SitePage At(string path) => new() { Title = "", Main = Html.Empty, MovedTo = path };
}

/// <summary>Sends a page with the headers of the site.</summary>
internal sealed class SitePageResult(SiteRequest request, SitePage page) : IResult
{
    // Nothing runs and nothing is fetched but our style sheet, our script with what it asks our API, and pictures, which stand at the publishers'.
    private const string ContentSecurityPolicy =
        "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' http: https:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (page.MovedTo is { } path)
        {
            return TypedResults.Redirect(path, permanent: true).ExecuteAsync(httpContext);
        }

        var headers = httpContext.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers.ContentLanguage = request.Texts.Code;
        var html = PageFrame.Around(page, request).ToString();
        return new TaggedContent(System.Text.Encoding.UTF8.GetBytes(html), "text/html; charset=utf-8", page.Status) { Vary = "Accept-Language" }.ExecuteAsync(httpContext);
    }
}
