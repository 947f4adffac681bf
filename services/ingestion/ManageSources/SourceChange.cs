namespace NewsPlatform.Ingestion.ManageSources;

/// <summary>One turn in a source's life, for its log, its metric and its line in the API.</summary>
/// <param name="At">When.</param>
/// <param name="Of">What changed.</param>
/// <param name="From">The word or address before.</param>
/// <param name="To">The word or address after.</param>
/// <param name="Reason">Why, one sentence.</param>
internal sealed record SourceChange(DateTimeOffset At, SourceAspect Of, string From, string To, string Reason);

/// <summary>What of a source may change by itself or by its owner's override.</summary>
internal enum SourceAspect
{
    /// <summary>Its health.</summary>
    State,

    /// <summary>Its address, by permanent redirects or back.</summary>
    Address,

    /// <summary>Whether it is asked for changes only.</summary>
    ConditionalGet,

    /// <summary>Whether robots.txt counts for its pages.</summary>
    Robots,

    /// <summary>How its subscription at a hub stands (WebSub).</summary>
    Hub,
}

/// <summary>Writes turns into a source's row.</summary>
internal static class SourceChanges
{
    private const int Kept = 20;

    /// <summary>The source in that state; a turn only when it was in another.</summary>
    public static Source Turn(this Source source, SourceState state, string reason, DateTimeOffset now) => source.State == state
        ? source
        : (source with { State = state, StateSince = now }).Note(SourceAspect.State, WordOf(source.State), WordOf(state), reason, now);

    public static Source Note(this Source source, SourceAspect of, string from, string to, string reason, DateTimeOffset now) =>
        source with { Changes = [new SourceChange(now, of, from, to, reason), .. source.Changes.Take(Kept - 1)] };

    /// <summary>The turns that the row has and had not before, the oldest first.</summary>
    public static IEnumerable<SourceChange> Since(this Source after, Source before) =>
        after.Changes.TakeWhile(change => before.Changes.Count == 0 || change != before.Changes[0]).Reverse();

    /// <summary>The state as logs, reports and the API's changes spell it.</summary>
    public static string WordOf(SourceState state) => state.ToString().ToLowerInvariant();
}
