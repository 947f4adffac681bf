using System.Collections.Concurrent;

namespace NewsPlatform.Gateway.CheckKeys;

/// <summary>Counts the requests of keys that have a daily number of them, by UTC days; in memory, so each replica of the gateway counts its own.</summary>
internal sealed class KeyUsage(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, (int Day, int Requests)> _used = new(StringComparer.Ordinal);

    /// <summary>Counts one request; false when the key has none left today.</summary>
    public bool TryUse(KnownKey key)
    {
        if (key.Plan.DailyRequests is not { } most)
        {
            return true;
        }

        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).DayNumber;
        var used = _used.AddOrUpdate(key.Name, (today, 1), (_, count) => count.Day == today ? (today, Math.Min(count.Requests, most) + 1) : (today, 1));
        return used.Requests <= most;
    }
}
