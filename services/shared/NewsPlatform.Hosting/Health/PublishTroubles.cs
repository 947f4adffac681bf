using System.Collections.Concurrent;

namespace NewsPlatform.Hosting.Health;

/// <summary>
/// What fails to be published again and again. A channel that once waited too long for the broker's answer may never get another one, while the
/// connection and every consumer look well: only the failures tell.
/// </summary>
internal sealed class PublishTroubles(TimeProvider time)
{
    // Longer than a reconnection, and than the wait for one confirmation that comes late.
    private static readonly TimeSpan Tolerated = TimeSpan.FromSeconds(45);

    // What nobody tries any more says nothing about now. The slowest to try again are a minute and a half apart.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(3);

    private readonly ConcurrentDictionary<string, Trouble> _standing = new(StringComparer.Ordinal);

    /// <param name="what">The event's kind and who publishes it: each has a channel of its own.</param>
    public void Failed(string what)
    {
        var now = time.GetTimestamp();
        _standing.AddOrUpdate(what, _ => new Trouble(now, now), (_, trouble) => trouble with { Last = now });
    }

    public void Succeeded(string what) => _standing.TryRemove(what, out _);

    /// <summary>The connection itself was away: what failed meanwhile tells nothing of the channels.</summary>
    public void Forget() => _standing.Clear();

    /// <summary>One that has failed for too long, never succeeding in between; null when there is none.</summary>
    public string? Find()
    {
        foreach (var (what, trouble) in _standing)
        {
            if (time.GetElapsedTime(trouble.Last) > Remembered)
            {
                _standing.TryRemove(KeyValuePair.Create(what, trouble));
            }
            else if (time.GetElapsedTime(trouble.First, trouble.Last) >= Tolerated)
            {
                return what;
            }
        }

        return null;
    }

    private sealed record Trouble(long First, long Last);
}
