using NewsPlatform.Gateway.SpeakNewsApi;
using NewsPlatform.Gateway.SpeakReader;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.NewsApi;

namespace NewsPlatform.Gateway.CheckKeys;

/// <summary>Reads the request's key, if any, takes it off before the request goes on, and tells the services who asks.</summary>
internal sealed class KeyRecognition(RequestDelegate next, KeyRing keys)
{
    public const string Header = "X-Api-Key";

    public Task InvokeAsync(HttpContext context)
    {
        var presented = Read(context);
        context.Features.Set(presented);
        context.Request.Headers.Remove(Header);
        context.Request.Headers.Authorization = default;
        context.Request.Headers[Caller.Header] = presented.Key is { Plan.Disabled: false } key ? new Caller(key.Name, key.Plan.FullText, key.Plan.MaximumResults, key.Plan.HistoryDays).ToString() : default;
        return next(context);
    }

    private PresentedKey Read(HttpContext context)
    {
        if (ReaderKeys.Speaks(context) && ReaderKeys.Take(context.Request) is { } token)
        {
            return new PresentedKey(keys.FindByToken(token, ReaderKeys.TokenOf), WasGiven: true);
        }

        var secret = NewsApiDialect.Speaks(context) ? NewsApiKeys.Take(context.Request) : ReadSecret(context.Request);
        return secret is null ? PresentedKey.None : new PresentedKey(keys.Find(secret), WasGiven: true);
    }

    private static string? ReadSecret(HttpRequest request)
    {
        if (request.Headers[Header].ToString() is { Length: > 0 } direct)
        {
            return direct;
        }

        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? authorization["Bearer ".Length..].Trim() : null;
    }
}

/// <summary>What a request brought.</summary>
/// <param name="Key">Null when it brought none, or one that nobody has.</param>
/// <param name="WasGiven">True when it brought any.</param>
internal sealed record PresentedKey(KnownKey? Key, bool WasGiven)
{
    public static readonly PresentedKey None = new(null, WasGiven: false);
}
