using System.Diagnostics;

namespace NewsPlatform.Hosting.Telemetry;

/// <summary>
/// The way of a trace through a store: what is to be done later keeps the place where it was asked for (W3C traceparent) in its row, and what does
/// it goes on from there, also in another process or after a restart.
/// </summary>
public static class ArticleTrace
{
    /// <summary>Where the caller is, to be stored, also when this trace is one of those that are left out: then so is what goes on from here. Null while nobody collects traces.</summary>
    public static string? Here => StoreInstruments.Source.HasListeners() && Activity.Current is { IdFormat: ActivityIdFormat.W3C } current ? current.Id : null;

    /// <summary>A span that goes on from a stored place, or begins a trace where there is none; null when nobody records it. Dispose it to end it.</summary>
    /// <param name="source">Whose span it is.</param>
    /// <param name="stage">Its name, the house key <c>Stage</c>.</param>
    /// <param name="from">A stored <see cref="Here"/>.</param>
    /// <param name="kind">How it stands to other processes.</param>
    public static Activity? GoOn(this ActivitySource source, string stage, string? from, ActivityKind kind = ActivityKind.Internal)
    {
        if (!source.HasListeners())
        {
            return null;
        }

        return ActivityContext.TryParse(from, null, isRemote: true, out var parent)
            ? source.StartActivity(stage, kind, parent)?.SetTag("Stage", stage)
            : source.Begin(stage, kind);
    }

    /// <summary>A span of a trace of its own, whatever goes on around it; null when nobody records it.</summary>
    public static Activity? Begin(this ActivitySource source, string stage, ActivityKind kind = ActivityKind.Internal)
    {
        if (!source.HasListeners())
        {
            return null;
        }

        Activity.Current = null;
        return source.StartActivity(stage, kind)?.SetTag("Stage", stage);
    }

    /// <summary>A span inside the one that is going on.</summary>
    public static Activity? Step(this ActivitySource source, string stage) => source.StartActivity(stage)?.SetTag("Stage", stage);

    /// <summary>Writes the house keys of an article.</summary>
    public static Activity? OfArticle(this Activity? span, string articleId, long revision) =>
        span?.SetTag("ArticleId", articleId).SetTag("Revision", revision);

    /// <summary>Writes how it ended.</summary>
    public static void End(this Activity? span, string outcome, string? problem = null)
    {
        span?.SetTag("Outcome", outcome);
        if (problem is not null)
        {
            span?.SetStatus(ActivityStatusCode.Error, problem);
        }
    }
}
