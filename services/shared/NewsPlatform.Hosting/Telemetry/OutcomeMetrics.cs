using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace NewsPlatform.Hosting.Telemetry;

/// <summary>
/// Counts and times what a service did, by stage and outcome: every message once. Each service has its own under its meter's name (and a source of
/// spans of the same name), since several may share a process.
/// </summary>
public abstract class OutcomeMetrics : IDisposable
{
    private readonly Counter<long> _outcomes;
    private readonly Histogram<double> _durations;

    protected OutcomeMetrics(IMeterFactory meters, string meterName)
    {
        Meter = meters.Create(meterName);
        Source = new ActivitySource(meterName);
        _outcomes = Meter.CreateCounter<long>("newsplatform.outcome", unit: "{message}", description: "Messages by stage and outcome.");
        _durations = Meter.CreateHistogram<double>("newsplatform.stage.duration", unit: "s", description: "Seconds that a stage took, by outcome.", advice: Durations.Advice);
    }

    /// <summary>For the service's other instruments.</summary>
    protected Meter Meter { get; }

    private ActivitySource Source { get; }

    public void Count(string stage, string outcome, long times = 1) =>
        _outcomes.Add(times, new KeyValuePair<string, object?>("Stage", stage), new KeyValuePair<string, object?>("Outcome", outcome));

    /// <summary>A stage's work inside what is going on.</summary>
    public StageRun Step(string stage) => new(this, stage, Source.Step(stage));

    /// <summary>A stage's work that goes on from a stored place.</summary>
    /// <param name="stage">One word.</param>
    /// <param name="from">The row's <see cref="ArticleTrace.Here"/>.</param>
    /// <param name="kind">How it stands to other processes.</param>
    public StageRun GoOn(string stage, string? from, ActivityKind kind = ActivityKind.Internal) => new(this, stage, Source.GoOn(stage, from, kind));

    /// <summary>A stage's work that nobody asked for: the begin of a trace.</summary>
    public StageRun Begin(string stage) => new(this, stage, Source.Begin(stage));

    public void Dispose()
    {
        Source.Dispose();
        GC.SuppressFinalize(this);
    }

    internal void Time(string stage, string outcome, TimeSpan elapsed) =>
        _durations.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("Stage", stage), new KeyValuePair<string, object?>("Outcome", outcome));
}

/// <summary>One run of a stage: its span and its time. Say how it ended; disposed without that, it failed.</summary>
public sealed class StageRun : IDisposable
{
    private readonly OutcomeMetrics _metrics;
    private readonly string _stage;
    private readonly Activity? _span;
    private readonly long _start = Stopwatch.GetTimestamp();
    private bool _hasEnded;

    internal StageRun(OutcomeMetrics metrics, string stage, Activity? span) => (_metrics, _stage, _span) = (metrics, stage, span);

    public StageRun Of(string key, object? value)
    {
        _span?.SetTag(key, value);
        return this;
    }

    public StageRun OfArticle(string articleId, long revision)
    {
        _span.OfArticle(articleId, revision);
        return this;
    }

    /// <summary>Counts the outcome and times the run.</summary>
    public void End(string outcome, string? problem = null)
    {
        _metrics.Count(_stage, outcome);
        EndUncounted(outcome, problem);
    }

    /// <summary>Times the run; for what is counted elsewhere.</summary>
    public void EndUncounted(string outcome, string? problem = null)
    {
        _hasEnded = true;
        _span.End(outcome, problem);
        _metrics.Time(_stage, outcome, Stopwatch.GetElapsedTime(_start));
    }

    // Not counted: a message that failed is tried again and ends in one outcome later.
    public void Dispose()
    {
        if (!_hasEnded)
        {
            EndUncounted("failed", "an exception");
        }

        _span?.Dispose();
    }
}
