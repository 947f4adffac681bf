using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.RespectSites;

/// <summary>
/// Fetches for somebody who waits for the answer, as gently as polls do: every request takes its turn at its host, article pages obey robots.txt. Waits for turns
/// at most <see cref="LongestWait"/> in all; one look around a site is one of these.
/// </summary>
internal sealed class PoliteLook(PageFetcher fetcher, HostTurns turns, RobotsBook robots, LimitHits hits, TimeProvider time)
{
    /// <summary>In all, whatever the number of requests.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(60);

    private readonly string _lease = $"look {Guid.NewGuid():N}";

    // Monotonic: a clock set right meanwhile must not make anybody wait.
    private TimeSpan _left = LongestWait;

    /// <summary>A list, a feed, a site's front page.</summary>
    public Task<FetchResult> FetchAsync(Uri address, string? credential, CancellationToken ct) => InTurnAsync(address, credential, crawlDelay: null, ct);

    /// <summary>An article's page.</summary>
    public async Task<FetchResult> FetchPageAsync(Uri address, string? credential, CancellationToken ct)
    {
        var word = await robots.AskAsync(address, ct);
        return word.Refusal is { } refusal
            ? new FetchFailed(FetchFailureReason.AddressNotAllowed, refusal, word.IsForNow)
            : await InTurnAsync(address, credential, word.CrawlDelay, ct);
    }

    private async Task<FetchResult> InTurnAsync(Uri address, string? credential, TimeSpan? crawlDelay, CancellationToken ct)
    {
        var began = time.GetTimestamp();
        var isOurs = await turns.TryAwaitAsync(address, _lease, crawlDelay, _left, ct);
        _left -= time.GetElapsedTime(began);
        if (!isOurs)
        {
            hits.Hit(IngestionLimit.LookWait);
            return Busy(address);
        }

        try
        {
            return await fetcher.FetchAsync(new FetchRequest(address, Credential: credential), ct);
        }
        finally
        {
            await turns.GiveBackAsync(address, _lease, CancellationToken.None);
        }
    }

    private static FetchFailed Busy(Uri address) => new(
        FetchFailureReason.Timeout,
        $"{SiteHost.Of(address)} is being read just now or asked to be left alone, and its turn for us did not come within {LongestWait.TotalSeconds:0} s: try again later.",
        Transient: true)
    { Limit = IngestionLimit.LookWait };
}

/// <summary>Begins looks.</summary>
internal sealed class PoliteLooks(PageFetcher fetcher, HostTurns turns, RobotsBook robots, LimitHits hits, TimeProvider time)
{
    public PoliteLook Begin() => new(fetcher, turns, robots, hits, time);
}
