using Microsoft.AspNetCore.Http.HttpResults;
using NewsPlatform.Gateway.SpeakNewsApi;
using NewsPlatform.Gateway.SpeakReader;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.NewsApi;

namespace NewsPlatform.Gateway.CheckKeys;

/// <summary>Lets writes, and what is not for everybody to read, through only with a key that may. Stands behind the rate limit, so that keys cannot be guessed faster than it allows.</summary>
internal sealed class KeyCheck(RequestDelegate next, GatewayMetrics metrics, KeyUsage usage)
{
    public Task InvokeAsync(HttpContext context)
    {
        var presented = context.Features.Get<PresentedKey>() ?? PresentedKey.None;
        if (RefusalOf(presented, context) is not { } refusal)
        {
            return next(context);
        }

        metrics.Refused(presented switch { { Key: not null } => RefusalReason.Scope, { WasGiven: true } => RefusalReason.UnknownKey, _ => RefusalReason.NoKey });
        return refusal.ExecuteAsync(context);
    }

    private IResult? RefusalOf(PresentedKey presented, HttpContext context)
    {
        if (NewsApiDialect.Speaks(context))
        {
            return NewsApiKeys.Refusal(presented, usage);
        }

        if (ReaderKeys.Speaks(context))
        {
            return ReaderKeys.Refusal(presented);
        }

        // What logs in shows its key in a way of its own.
        if (context.Request.Path.StartsWithSegments("/accounts", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var needed = KeyScopes.Needed(context.Request.Method, context.Request.Path);
        var isEnough = needed == KeyScope.None || (presented.Key is { Plan.Disabled: false } key && (key.Scopes & needed) == needed);
        return isEnough ? null : Refusal(presented, needed, context.Response);
    }

    private static ProblemHttpResult Refusal(PresentedKey presented, KeyScope needed, HttpResponse response)
    {
        if (presented.Key is { Plan.Disabled: true } disabled)
        {
            return Problems.Forbidden($"The key '{disabled.Name}' is switched off (Gateway:Keys:{disabled.Name}:Disabled): ask the operator.");
        }

        if (presented.Key is { } key)
        {
            return Problems.Forbidden($"The key '{key.Name}' may not do this: it needs the scope {needed.ToString().ToLowerInvariant()} (Gateway:Keys:{key.Name}:Scopes).");
        }

        response.Headers.WWWAuthenticate = "Bearer";
        return Problems.Unauthorized(presented.WasGiven
            ? "Nobody has this key: check it for a missing character, or ask the operator for one."
            : $"This needs a key: send it as {KeyRecognition.Header}: <key> or Authorization: Bearer <key>.");
    }
}
