using System.Globalization;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.RespectSites;

namespace NewsPlatform.PollDay;

/// <summary>What came of a day.</summary>
internal sealed record DayFigures(IReadOnlyList<SimulatedSource> Sources, SimulatedDay Day)
{
    private static TimeSpan Floor { get; } = TimeSpan.FromMinutes(new PollingOptions().FloorMinutes);

    /// <summary>Items that no poll saw although their list showed them for longer than the poll floor.</summary>
    public int MissedBeyondFloor => Sources.Sum(source => source.Missed.Count(shown => shown > Floor));

    public int Missed => Sources.Sum(source => source.Missed.Count);

    /// <summary>Of the sources that something was missed of, how many the estimate found out.</summary>
    public (int Of, int Found) Estimates => (Sources.Count(source => source.Missed.Count > 0), Sources.Count(source => source is { Missed.Count: > 0, Estimated: > 0 }));

    public int EstimatedFalsely => Sources.Count(source => source is { Missed.Count: 0, Estimated: > 0 });

    /// <summary>True when no host saw more than it is owed.</summary>
    public bool EveryHostInPeace
    {
        get
        {
            var owed = new PolitenessOptions();
            return Day.Hosts.MostAtATime <= owed.ConcurrentPerHost && Day.Hosts.ShortestGap >= TimeSpan.FromSeconds(owed.DelaySeconds);
        }
    }

    public string Lines(TimeSpan took)
    {
        var delays = Day.Delays.Order().ToList();
        FormattableString lines = $"""
            sources {Sources.Count:N0} on {Day.Hosts.Hosts:N0} hosts, 3 replicas, one day in {took.TotalSeconds:0.0} s
            polls {Day.Polls:N0} ({Day.Polls / (double)Sources.Count:0.0} a source; at the interval it would be {Sources.Sum(source => 1_440.0 / source.Row.IntervalMinutes):N0}), failed {Day.Failures:N0}, put off for their host {Day.Waits:N0}
            requests {Day.Hosts.Requests:N0}: at most {Day.Hosts.MostAtATime} at a time to one host, never closer than {Day.Hosts.ShortestGap.TotalSeconds:0.00} s
            items seen {delays.Count:N0}, missed {Missed:N0}, of them shown for longer than the floor of {Floor.TotalMinutes:0} min: {MissedBeyondFloor:N0}
            estimated_missed_items spoke up at {Estimates.Found:N0} of {Estimates.Of:N0} sources that something was missed of, and falsely at {EstimatedFalsely:N0}
            from publication to the fetch of the page: median {At(0.5):0.0} min, p95 {At(0.95):0.0} min
            """;
        return lines.ToString(CultureInfo.InvariantCulture);

        double At(double part) => delays.Count == 0 ? 0 : delays[(int)(part * (delays.Count - 1))].TotalMinutes;
    }
}
