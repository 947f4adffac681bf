using Microsoft.AspNetCore.Http.HttpResults;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Gateway.CheckKeys;

/// <summary>Lets writes through only with a key that may. Stands behind the rate limit, so that keys cannot be guessed faster than it allows.</summary>
internal sealed class KeyCheck(RequestDelegate next, GatewayMetrics metrics)
{
    public Task InvokeAsync(HttpContext context)
    {
        var presented = context.Features.Get<PresentedKey>() ?? PresentedKey.None;
        var needed = KeyScopes.Needed(context.Request.Method, context.Request.Path);
        return needed == KeyScope.None || (presented.Key is { } key && (key.Scopes & needed) == needed)
            ? next(context)
            : Refusal(presented, needed, context.Response).ExecuteAsync(context);
    }

    private ProblemHttpResult Refusal(PresentedKey presented, KeyScope needed, HttpResponse response)
    {
        metrics.Refused(presented switch { { Key: not null } => RefusalReason.Scope, { WasGiven: true } => RefusalReason.UnknownKey, _ => RefusalReason.NoKey });
        if (presented.Key is { } key)
        {
            return Problems.Forbidden($"The key '{key.Name}' may not do this: it needs the scope {needed.ToString().ToLowerInvariant()} (Gateway:Keys:{key.Name}:Scopes).");
        }

        response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Unauthorized(presented.WasGiven
            ? "Nobody has this key: check it for a missing character, or ask the operator for one."
            : $"Writing needs a key: send it as {KeyRecognition.Header}: <key> or Authorization: Bearer <key>.");
    }
}
