using System.Globalization;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>What a poll saw of how fast a list turns over.</summary>
/// <param name="Items">Items of the list.</param>
/// <param name="Fresh">Those that the poll before had not seen.</param>
/// <param name="Covers">How far back the list reaches; null when its items have no times.</param>
/// <param name="Elapsed">Since the last successful poll; null at the first.</param>
internal sealed record ListTurn(int Items, int Fresh, TimeSpan? Covers = null, TimeSpan? Elapsed = null);

/// <summary>Between what the pause of a source may lie.</summary>
internal sealed record PaceBounds(TimeSpan Floor, TimeSpan Interval, TimeSpan Cap)
{
    /// <summary>The owner's interval is the middle: a source in a hurry is read more often, down to the floor, a quiet one less often, up to the stretched interval.</summary>
    public static PaceBounds Of(int intervalMinutes, PollingOptions options)
    {
        var interval = TimeSpan.FromMinutes(intervalMinutes);
        var floor = TimeSpan.FromMinutes(Math.Min(options.FloorMinutes, intervalMinutes));
        var cap = TimeSpan.FromMinutes(Math.Max(intervalMinutes, Math.Min(intervalMinutes * options.LongestStretch, PollingOptions.MinutesOfDay)));
        return new PaceBounds(floor, interval, cap);
    }

    public TimeSpan Clamp(TimeSpan pace) => pace < Floor ? Floor : pace > Cap ? Cap : pace;
}

/// <summary>When a source is to be read again.</summary>
/// <param name="Pace">What its news called for, kept for the next time.</param>
/// <param name="Pause">The pace, lengthened by the site's hints.</param>
/// <param name="Reason">One sentence.</param>
internal sealed record PollPlan(TimeSpan Pace, TimeSpan Pause, string Reason);

/// <summary>
/// Finds how often a list must be read so that nothing in it is missed, by the overlap of what is new with what was seen (after Media Cloud's rule): more
/// new than is safe = sooner, nothing known any more = at the floor, clearly less = a quarter less often; and never so seldom that more than is safe of
/// what the list covers goes by.
/// </summary>
internal static class PollPace
{
    private const double Slower = 1.25;

    // A source's fastest hour comes without warning. Measured over simulated days (tests/bench.sh polling): twice its usual and five deviations missed 1 item in
    // 300,000 and of a tenfold hour one in a hundred; five times and six deviations cost a quarter more polls and miss none, and one in two thousand.
    private const double Burst = 5;
    private const double Deviations = 6;

    // A poll that somebody asked for long before its time says little.
    private const double TooEarly = 0.7;

    public static PollPlan Next(TimeSpan? pace, PaceBounds bounds, ListTurn turn, SiteHints hints, DateTimeOffset now)
    {
        var (wanted, reason) = ByOverlap(bounds.Clamp(pace ?? bounds.Interval), bounds, turn);
        if (turn.Covers is { } covers && covers * SafeShare(turn.Items) < wanted)
            (wanted, reason) = (covers * SafeShare(turn.Items), $"the list reaches back only {Shown(covers)}");

        wanted = bounds.Clamp(wanted);
        var (pause, hinted) = hints.Lengthen(wanted, bounds, turn.Covers, now);
        return new PollPlan(wanted, pause, $"Every {Shown(pause)}: {hinted ?? reason}.");
    }

    /// <summary>A time span for people.</summary>
    public static string Shown(TimeSpan span) => span.TotalHours >= 2
        ? string.Create(CultureInfo.InvariantCulture, $"{span.TotalHours:0.#} h")
        : string.Create(CultureInfo.InvariantCulture, $"{span.TotalMinutes:0.#} min");

    private static (TimeSpan Pace, string Reason) ByOverlap(TimeSpan pace, PaceBounds bounds, ListTurn turn)
    {
        if (turn.Elapsed is not { } elapsed)
            return (bounds.Interval, "it was read for the first time");

        if (turn.Items == 0)
            return (Later(pace, elapsed), "the list was empty");

        // After an outage of ours more is new than the pace is to blame for.
        var share = (double)turn.Fresh / turn.Items * Math.Min(1, pace / Longer(elapsed, TimeSpan.FromSeconds(1)));
        var seen = turn.Fresh == 0 ? "nothing was new" : $"{turn.Fresh} of {turn.Items} items were new";
        var safe = SafeShare(turn.Items);
        return share switch
        {
            >= 1 => (bounds.Floor, $"{seen}: something may have been missed"),
            _ when share > safe => (pace * Math.Max(0.5, safe / share), seen),
            _ when share < safe / Slower => (Later(pace, elapsed), seen),
            _ => (pace, seen),
        };
    }

    /// <summary>
    /// The part of a list that may be new at a poll so that the next one still finds everything should five times as many items come, and six standard
    /// deviations more: the m with 5 m + 6 √(5 m) = items (arrivals by chance have the variance of their mean), as a part of the items.
    /// </summary>
    public static double SafeShare(int items) =>
        Math.Pow(Math.Sqrt(items + (Deviations * Deviations / 4)) - (Deviations / 2), 2) / (Burst * Math.Max(items, 1));

    private static TimeSpan Later(TimeSpan pace, TimeSpan elapsed) => elapsed < pace * TooEarly ? pace : pace * Slower;

    private static TimeSpan Longer(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
