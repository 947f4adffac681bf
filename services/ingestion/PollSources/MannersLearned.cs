using NewsPlatform.Ingestion.ManageSources;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>What polls teach about a site: whether its 304 can be believed, where it moved to, whether it is gone. All of it can be taken back.</summary>
internal static class MannersLearned
{
    private const int GoneTimes = 3;
    private const int FormerKept = 10;

    private static readonly TimeSpan GoneFor = TimeSpan.FromDays(3);

    // Failures in a row at an address that redirects taught, until the one before is tried again.
    private const int FailuresUntilBack = 10;

    public static Source FromSuccess(Source source, PollOutcome outcome, PollingOptions options, DateTimeOffset now)
    {
        var manners = source.Manners with
        {
            ConditionalPolls = outcome.WasFull ? 0 : source.Manners.ConditionalPolls + 1,
            Gone = null,
            Move = MoveOf(source, outcome.MovedTo, now),
        };
        return MovedIfSure(BelievedIfHonest(source with { Manners = manners }, outcome, now), options, now);
    }

    public static SourceManners FromFailure(SourceManners manners, PollFailure failure, DateTimeOffset now) =>
        failure.IsGone ? manners with { Gone = new GoneWord((manners.Gone?.Times ?? 0) + 1, manners.Gone?.Since ?? now) } : manners;

    public static bool IsGoneForGood(SourceManners manners, DateTimeOffset now) =>
        manners.Gone is { } gone && gone.Times >= GoneTimes && now - gone.Since >= GoneFor;

    /// <summary>At an address that redirects taught, after ten failures or when it is gone: back at the one before. The two then take turns until one of them answers.</summary>
    public static Source BackIfTheNewAddressFails(Source source, DateTimeOffset now)
    {
        var isGone = source.State == SourceState.Retired;
        if ((source.Failures < FailuresUntilBack && !isGone) || source.Manners.Formerly is not [var former, ..])
            return source;

        IEnumerable<FormerAddress> left = isGone ? [] : [new FormerAddress(source.Url, now)];
        var manners = source.Manners with { Formerly = [.. left, .. source.Manners.Formerly.Skip(1)], Move = null, Gone = null };
        var reason = isGone ? "The new address is gone for good." : $"The new address failed {source.Failures} times in a row.";
        var back = source with { Url = former.Url, Failures = 0, NextAttemptAt = now, NextReason = "It went back to its former address.", Manners = manners };
        var alive = isGone ? back.Turn(SourceState.Degraded, reason, now) : back;
        return alive.Note(SourceAspect.Address, source.Url.OriginalString, former.Url.OriginalString, reason, now);
    }

    /// <summary>The source where it was before it would move: another source has that address.</summary>
    public static Source Stay(Source before, Source moved, DateTimeOffset now)
    {
        var manners = moved.Manners with { Move = null, Formerly = before.Manners.Formerly };
        return (moved with { Url = before.Url, Manners = manners, Changes = [.. moved.Changes.Where(change => change.Of != SourceAspect.Address || before.Changes.Contains(change))] })
            .Note(SourceAspect.Address, before.Url.OriginalString, before.Url.OriginalString, $"It would move to {moved.Url}, but another source has that address.", now);
    }

    private static Source BelievedIfHonest(Source source, PollOutcome outcome, DateTimeOffset now) => outcome.ChangeWasDenied && source.Manners.ConditionsOffSince is null
        ? (source with { Manners = source.Manners with { ConditionsOffSince = now } })
            .Note(SourceAspect.ConditionalGet, "on", "off", "The site answered 304 (nothing changed) although the list had changed: from now on the whole list is asked for each time.", now)
        : source;

    // A list does not move to a site's front page: that is where lost addresses are sent.
    private static PermanentMove? MoveOf(Source source, Uri? target, DateTimeOffset now) =>
        target is null || target == source.Url || (target.AbsolutePath == "/" && source.Url.AbsolutePath != "/") ? null
        : source.Manners.Move is { } move && move.Target == target ? move with { Times = move.Times + 1 }
        : new PermanentMove(target, 1, now);

    private static Source MovedIfSure(Source source, PollingOptions options, DateTimeOffset now)
    {
        if (options.RedirectsUntilMove == 0 || source.Manners.Move is not { } move || move.Times < options.RedirectsUntilMove)
            return source;

        var manners = source.Manners with { Move = null, Formerly = [new FormerAddress(source.Url, now), .. source.Manners.Formerly.Take(FormerKept - 1)] };
        return (source with { Url = move.Target, Manners = manners })
            .Note(SourceAspect.Address, source.Url.OriginalString, move.Target.OriginalString, $"The site redirected there for good {move.Times} times in a row.", now);
    }
}
