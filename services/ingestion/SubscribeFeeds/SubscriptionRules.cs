using NewsPlatform.Ingestion.PollSources;

namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>What becomes of a subscription by what its hub does and does not do.</summary>
internal static class SubscriptionRules
{
    /// <summary>How long a hub may take to come back for a request.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>Requests to end a subscription; after them its lease ends it.</summary>
    public const int LeaveAttempts = 5;

    private const int MostOwed = 50;
    private const int AheadUntilTrusted = 3;

    private static readonly TimeSpan FirstPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(12);
    private static readonly TimeSpan DenialPause = TimeSpan.FromDays(1);
    private static readonly TimeSpan LongestDenialPause = TimeSpan.FromDays(30);
    private static readonly TimeSpan ShortestLease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestLease = TimeSpan.FromDays(365);

    /// <summary>True while the hub is to be relied on: it confirmed, the lease lasts, nothing was kept back.</summary>
    public static bool Carries(this Subscription row, DateTimeOffset now) => row is { State: SubscriptionState.Active, SilentSince: null } && row.LeaseEndsAt > now;

    /// <summary>One word for people: requested, subscribed, silent, denied or leaving.</summary>
    public static string WordOf(Subscription row) => row.State switch
    {
        SubscriptionState.Active => row.SilentSince is null ? "subscribed" : "silent",
        var state => state.ToString().ToLowerInvariant(),
    };

    /// <summary>The row once time has done its part: the lease ended, the hub did not come back, or did not deliver.</summary>
    public static Subscription Settle(this Subscription row, DateTimeOffset now)
    {
        if (row.OwedUntil <= now)
            row = row with { SilentSince = now, AheadInARow = 0, Owed = [], OwedUntil = null, LastError = $"The hub did not deliver {row.Owed.Count} item(s) that a poll found: the feed is polled at its own pace." };

        if (row.LeaseEndsAt <= now)
            row = row with { State = row.State == SubscriptionState.Active ? SubscriptionState.Requested : row.State, ActiveSince = null, LeaseEndsAt = null, Owed = [], OwedUntil = null };

        return row.AskedAt + Patience <= now ? row.Failed($"The hub took the request and did not come back for it within {Patience.TotalMinutes:0} minutes.", retryAfter: null, now) : row;
    }

    public static Subscription Asked(this Subscription row, DateTimeOffset now) => row with { AskedAt = now };

    /// <summary>The hub could not be asked, or would not take the request; a lease that lasts still counts.</summary>
    public static Subscription Failed(this Subscription row, string sentence, TimeSpan? retryAfter, DateTimeOffset now)
    {
        var failures = row.Failures + 1;
        var pause = SourceSchedule.Longer(SourceSchedule.Doubled(FirstPause, failures, LongestPause), retryAfter < LongestPause ? retryAfter : null);
        return row with { AskedAt = null, Failures = failures, LastError = sentence, AskAt = now + pause };
    }

    /// <summary>The hub confirmed and was answered.</summary>
    public static Subscription Confirmed(this Subscription row, TimeSpan lease, DateTimeOffset now)
    {
        var granted = lease < ShortestLease ? ShortestLease : lease > LongestLease ? LongestLease : lease;
        return row with
        {
            State = SubscriptionState.Active,
            AskedAt = null,
            ActiveSince = row.ActiveSince ?? now,
            LeaseEndsAt = now + granted,
            AskAt = now + (granted * 0.75),
            Failures = 0,
            LastError = row.SilentSince is null ? null : row.LastError,
        };
    }

    public static Subscription Denied(this Subscription row, string reason, DateTimeOffset now)
    {
        var failures = row.Failures + 1;
        return row with
        {
            State = SubscriptionState.Denied,
            AskedAt = null,
            ActiveSince = null,
            LeaseEndsAt = null,
            Owed = [],
            OwedUntil = null,
            Failures = failures,
            LastError = $"The hub denied the subscription: {reason}",
            AskAt = now + SourceSchedule.Doubled(DenialPause, failures, LongestDenialPause),
        };
    }

    public static Subscription Left(this Subscription row, DateTimeOffset now) =>
        row with { State = SubscriptionState.Leaving, AskedAt = null, AskAt = now, Failures = 0, Owed = [], OwedUntil = null };

    /// <summary>Null when there were deliveries enough within this minute.</summary>
    public static Subscription? Admit(this Subscription row, int perMinute, DateTimeOffset now)
    {
        var isSame = row.Minute is { } minute && now - minute < TimeSpan.FromMinutes(1) && now >= minute;
        return isSame && row.DeliveriesInMinute >= perMinute ? null
            : row with { Minute = isSame ? row.Minute : now, DeliveriesInMinute = isSame ? row.DeliveriesInMinute + 1 : 1 };
    }

    /// <param name="row">The subscription.</param>
    /// <param name="ids">The items that came.</param>
    /// <param name="isAhead">Some of them were not known from a poll.</param>
    /// <param name="now">The time.</param>
    public static Subscription Delivered(this Subscription row, IReadOnlyCollection<string> ids, bool isAhead, DateTimeOffset now)
    {
        List<string> owed = [.. row.Owed.Except(ids, StringComparer.Ordinal)];
        var ahead = isAhead ? row.AheadInARow + 1 : row.AheadInARow;
        var isTrusted = row.SilentSince is null || ahead >= AheadUntilTrusted;
        return row with
        {
            LastDeliveryAt = now,
            Deliveries = row.Deliveries + 1,
            Owed = owed,
            OwedUntil = owed.Count == 0 ? null : row.OwedUntil,
            AheadInARow = ahead,
            SilentSince = isTrusted ? null : row.SilentSince,
            LastError = isTrusted && row.SilentSince is not null ? null : row.LastError,
        };
    }

    /// <summary>The delivery is left to a poll, which is due now.</summary>
    public static Subscription Deferred(this Subscription row, DateTimeOffset now) =>
        row with { LastDeliveryAt = now, Deliveries = row.Deliveries + 1, DeferredAt = now, Owed = [], OwedUntil = null };

    /// <summary>A poll read the list; what it found and the hub had the time to deliver, the hub owes.</summary>
    /// <param name="row">The subscription.</param>
    /// <param name="fresh">Items that neither a poll nor a delivery had brought.</param>
    /// <param name="lastPoll">When the list was read before.</param>
    /// <param name="grace">How much longer the hub may take.</param>
    /// <param name="now">The time.</param>
    public static Subscription Polled(this Subscription row, IReadOnlyList<string> fresh, DateTimeOffset? lastPoll, TimeSpan grace, DateTimeOffset now)
    {
        var isOwed = fresh.Count > 0 && row.State == SubscriptionState.Active && row.ActiveSince <= lastPoll && !(row.DeferredAt > lastPoll);
        return !isOwed ? row
            : row.SilentSince is not null ? row with { AheadInARow = 0 }
            : row with { Owed = [.. row.Owed.Concat(fresh).Distinct(StringComparer.Ordinal).Take(MostOwed)], OwedUntil = row.OwedUntil ?? now + grace };
    }
}
