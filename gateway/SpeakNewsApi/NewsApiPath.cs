namespace NewsPlatform.Gateway.SpeakNewsApi;

/// <summary>
/// Takes the address of the NewsAPI host off paths. Clients whose host is fixed are pointed at this gateway as their "CORS proxy" and ask
/// <c>/https://newsapi.org/v2/everything?…</c>; some proxies on the way make one slash of the two. Stands before the routing, which takes no empty segment.
/// </summary>
internal sealed class NewsApiPath(RequestDelegate next)
{
    private static readonly string[] Prefixes = ["/https://newsapi.org/", "/https:/newsapi.org/", "/http://newsapi.org/", "/http:/newsapi.org/"];

    public Task InvokeAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        if (Prefixes.FirstOrDefault(prefix => path.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)) is { } taken)
        {
            context.Request.Path = path[(taken.Length - 1)..];
        }

        return next(context);
    }
}
