using Microsoft.AspNetCore.WebUtilities;
using NewsPlatform.Gateway.CheckKeys;
using NewsPlatform.Hosting.NewsApi;

namespace NewsPlatform.Gateway.SpeakNewsApi;

/// <summary>Keys by the NewsAPI v2 contract: three places, of which the query string counts before the headers, and an empty key is a wrong one, not a missing one.</summary>
internal static class NewsApiKeys
{
    private const string Parameter = "apiKey";
    private const string Scheme = "Bearer";

    /// <summary>The secret, taken off the query string; null when the request brings none.</summary>
    public static string? Take(HttpRequest request)
    {
        var byHeader = request.Headers.TryGetValue(KeyRecognition.Header, out var header) ? header.ToString()
            : request.Headers.TryGetValue("Authorization", out var authorization) ? WithoutScheme(authorization.ToString())
            : null;
        if (!request.Query.TryGetValue(Parameter, out var inQuery))
        {
            return byHeader;
        }

        request.QueryString = QueryString.Create(request.Query.Where(pair => !pair.Key.Equals(Parameter, StringComparison.OrdinalIgnoreCase)));
        return inQuery[0] ?? "";
    }

    /// <summary>Null when the key may read, which every key may.</summary>
    public static IResult? Refusal(PresentedKey presented, KeyUsage usage) => presented switch
    {
        { WasGiven: false } => Unauthorized(NewsApiCodes.ApiKeyMissing, "Your API key is missing. Append this to the URL with the apiKey param, or use the x-api-key HTTP header."),
        { Key: null } => Unauthorized(NewsApiCodes.ApiKeyInvalid, "Your API key is invalid or incorrect. Check your key, or go to https://newsapi.org to create a free API key."),
        { Key.Plan.Disabled: true } => Unauthorized(NewsApiCodes.ApiKeyDisabled, "Your API key has been disabled."),
        { Key: { } key } when !usage.TryUse(key) => Unauthorized(NewsApiCodes.ApiKeyExhausted, "Your API key has no more requests available."),
        _ => null,
    };

    private static IResult Unauthorized(string code, string message) => NewsApiDialect.Error(StatusCodes.Status401Unauthorized, code, message);

    private static string WithoutScheme(string authorization)
    {
        var text = authorization.Trim();
        return text.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) && (text.Length == Scheme.Length || char.IsWhiteSpace(text[Scheme.Length])) ? text[Scheme.Length..].Trim() : text;
    }
}
