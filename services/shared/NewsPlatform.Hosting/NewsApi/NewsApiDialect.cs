using Microsoft.AspNetCore.Http;

namespace NewsPlatform.Hosting.NewsApi;

/// <summary>
/// What the NewsAPI v2 contract asks of every answer under <c>/v2</c>, whoever makes it: the service that searches, the gateway that refuses, the error
/// handler. Its clients read the body before the status and fail on anything but JSON of this shape.
/// </summary>
public static class NewsApiDialect
{
    /// <summary>The paths that speak it.</summary>
    public static readonly PathString Root = new("/v2");

    public static bool Speaks(HttpContext context) => context.Request.Path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase);

    /// <summary>Sets the contract's headers; the answer never comes from a cache.</summary>
    public static void SetHeaders(HttpResponse response)
    {
        response.ContentType = "application/json; charset=utf-8";
        response.Headers.CacheControl = "no-cache";
        response.Headers.Pragma = "no-cache";
        response.Headers.Expires = "-1";
        response.Headers["X-Cached-Result"] = "false";
    }

    /// <summary>An answer with the contract's headers.</summary>
    /// <param name="body">An envelope: <c>status</c> first.</param>
    /// <param name="status">The HTTP status.</param>
    public static IResult Answer<T>(T body, int status = StatusCodes.Status200OK) => new NewsApiAnswer<T>(body, status);

    /// <summary>An error envelope.</summary>
    /// <param name="status">The HTTP status.</param>
    /// <param name="code">One of <see cref="NewsApiCodes"/>: clients parse it into a closed set.</param>
    /// <param name="message">One sentence.</param>
    public static IResult Error(int status, string code, string message) => Answer(new NewsApiError("error", code, message), status);
}

/// <summary>The body of an error.</summary>
internal sealed record NewsApiError(string Status, string Code, string Message);
