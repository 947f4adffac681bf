using NewsPlatform.Ingestion.PollSources;

namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>One of the hubs that a feed names, and what came of asking it.</summary>
/// <param name="Address">Of the hub.</param>
/// <param name="Failures">Times in a row that it led to nothing.</param>
/// <param name="NotBefore">When it may be asked again; null = it was not tried yet.</param>
internal sealed record HubTry(Uri Address, int Failures = 0, DateTimeOffset? NotBefore = null);

/// <summary>When a feed's next hub takes the place of one that refuses or keeps silent.</summary>
internal static class HubChoice
{
    private static readonly TimeSpan SilencePause = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestSilencePause = TimeSpan.FromDays(30);

    /// <summary>The hubs that a feed names now, with what is known of each.</summary>
    public static IReadOnlyList<HubTry> Known(IReadOnlyList<HubTry> known, IReadOnlyList<Uri> named) =>
        known.Select(hub => hub.Address).SequenceEqual(named) ? known : [.. named.Select(address => known.FirstOrDefault(hub => hub.Address == address) ?? new HubTry(address))];

    /// <summary>The first of the feed's other hubs that may be asked; null while the present one is still to be waited for, does its work, or is the only one.</summary>
    public static HubTry? Next(Subscription row, DateTimeOffset now) => IsUnwell(row) ? Others(row).FirstOrDefault(hub => !(hub.NotBefore > now)) : null;

    /// <summary>When one of the others may be asked; null when none is to be.</summary>
    public static DateTimeOffset? NextAt(Subscription row) =>
        IsUnwell(row) && Others(row).ToList() is { Count: > 0 } others ? others.Min(hub => hub.NotBefore ?? DateTimeOffset.MinValue) : null;

    /// <summary>The hubs, the present one put off: by the pause that it is in, or because it keeps items back.</summary>
    public static IReadOnlyList<HubTry> PutOff(Subscription row, DateTimeOffset now) => [.. row.Hubs.Select(hub => hub.Address != row.Hub ? hub : row.SilentSince is null
        ? hub with { Failures = row.Failures, NotBefore = row.AskAt }
        : hub with { Failures = hub.Failures + 1, NotBefore = now + SourceSchedule.Doubled(SilencePause, hub.Failures + 1, LongestSilencePause) })];

    // A lease that lasts is worth more than a renewal that fails.
    private static bool IsUnwell(Subscription row) => row is { AskedAt: null, State: not SubscriptionState.Leaving }
        && (row.SilentSince is not null || row.State == SubscriptionState.Denied || row is { LeaseEndsAt: null, Failures: > 0 });

    private static IEnumerable<HubTry> Others(Subscription row) => row.Hubs.Where(hub => hub.Address != row.Hub);
}
