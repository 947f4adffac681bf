using NewsPlatform.Publishing.IndexArticles;

namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>Reads and changes what readers follow.</summary>
internal sealed class ReaderProfiles(IReaderStore store, TimeProvider clock)
{
    /// <summary>Whatever the reader follows; the seven sections for one who never said. What is older than thirty days counts as read.</summary>
    public async Task<ReaderProfile> ReadAsync(string reader, CancellationToken ct)
    {
        var held = await store.TryFindAsync(reader, ct) ?? new ReaderProfile(0, ReaderFeeds.Usual, 0);
        return held with { ReadUpTo = Math.Max(held.ReadUpTo, HitKey.First(clock.GetUtcNow().AddDays(-ReaderLimits.UnreadDays))) };
    }

    /// <summary>Changes it; again from the start when another device was faster. Null, or why it cannot be.</summary>
    public async Task<string?> ChangeAsync(string reader, Func<ReaderProfile, ReaderProfile> change, CancellationToken ct)
    {
        while (true)
        {
            var held = await ReadAsync(reader, ct);
            var next = change(held) with { Version = held.Version + 1 };
            if (next.Subscriptions.Count > ReaderLimits.Subscriptions)
            {
                return $"A key may follow {ReaderLimits.Subscriptions} feeds: unsubscribe from one first.";
            }

            if (next.Preferences?.Count > ReaderLimits.Preferences)
            {
                return $"A key may keep {ReaderLimits.Preferences} preferences: take one away first.";
            }

            if (await store.TryPutAsync(reader, next, ct))
            {
                return null;
            }
        }
    }
}
