using Microsoft.AspNetCore.Http.HttpResults;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Gateway.CheckKeys;

/// <summary>Lets writes through only with a key that may; takes the key off before the request goes on.</summary>
internal sealed class KeyCheck(RequestDelegate next, KeyRing keys)
{
    public const string Header = "X-Api-Key";

    public Task InvokeAsync(HttpContext context)
    {
        var secret = ReadSecret(context.Request);
        var key = secret is null ? null : keys.Find(secret);
        var needed = KeyScopes.Needed(context.Request.Method, context.Request.Path);
        if (needed != KeyScope.None && (key is null || (key.Scopes & needed) != needed))
        {
            return Refusal(secret, key, needed, context.Response).ExecuteAsync(context);
        }

        context.Request.Headers.Remove(Header);
        context.Request.Headers.Authorization = default;
        if (key is not null)
        {
            context.Features.Set(key);
        }

        return next(context);
    }

    private static ProblemHttpResult Refusal(string? secret, KnownKey? key, KeyScope needed, HttpResponse response)
    {
        if (key is not null)
        {
            return Problems.Forbidden($"The key '{key.Name}' may not do this: it needs the scope {needed.ToString().ToLowerInvariant()} (Gateway:Keys:{key.Name}:Scopes).");
        }

        response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Unauthorized(secret is null
            ? $"Writing needs a key: send it as {Header}: <key> or Authorization: Bearer <key>."
            : "Nobody has this key: check it for a missing character, or ask the operator for one.");
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
