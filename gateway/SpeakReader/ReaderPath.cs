namespace NewsPlatform.Gateway.SpeakReader;

/// <summary>
/// Takes off paths what reading apps put before the Google Reader API when they are set up for another server of it: FreshRSS's <c>/api/greader.php</c>.
/// Stands before the routing.
/// </summary>
internal sealed class ReaderPath(RequestDelegate next)
{
    private static readonly PathString Prefix = new("/api/greader.php");

    public Task InvokeAsync(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase, out var rest) && rest.HasValue)
        {
            context.Request.Path = rest;
        }

        return next(context);
    }
}
