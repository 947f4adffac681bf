using System.Collections.Concurrent;
using System.Text;
using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.FetchSource;

namespace NewsPlatform.Ingestion.RespectSites;

/// <summary>What robots.txt says to one page.</summary>
/// <param name="Refusal">Why it may not be fetched, one sentence; null = it may.</param>
/// <param name="IsForNow">True when the refusal holds only until the file can be read.</param>
/// <param name="CrawlDelay">What the site wants between two pages, as far as it is granted.</param>
internal sealed record RobotsWord(string? Refusal, bool IsForNow = false, TimeSpan? CrawlDelay = null)
{
    public static readonly RobotsWord Allowed = new((string?)null);
}

/// <summary>
/// The robots.txt of the sites whose pages are fetched, each asked for once a day (RFC 9309): one that is not there (4xx) allows all; while one cannot be had
/// (5xx, 429, no answer) the last known one counts for up to 30 days, and without one nothing is fetched. Kept by each process for itself.
/// </summary>
internal sealed class RobotsBook(PageFetcher fetcher, HostTurns turns, IOptions<PolitenessOptions> options, IOptions<FetchingOptions> fetching, TimeProvider time)
{
    private const int MaxSites = 10_000;

    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Soonest = TimeSpan.FromHours(1);
    private static readonly TimeSpan OldCounts = TimeSpan.FromDays(30);

    private readonly ConcurrentDictionary<string, Entry> _sites = new(StringComparer.Ordinal);

    public async Task<RobotsWord> AskAsync(Uri page, CancellationToken ct)
    {
        if (!options.Value.ObeyRobots)
            return RobotsWord.Allowed;

        var entry = _sites.GetOrAdd(page.GetLeftPart(UriPartial.Authority), _ => MakeRoom());
        await entry.Turn.WaitAsync(ct);
        try
        {
            if (entry.AskAt <= time.GetUtcNow())
                await ReadAsync(entry, new Uri(page, "/robots.txt"), ct);

            return WordOf(entry, page);
        }
        finally
        {
            entry.Turn.Release();
        }
    }

    private Entry MakeRoom()
    {
        if (_sites.Count >= MaxSites)
            _sites.Clear();

        return new Entry();
    }

    private RobotsWord WordOf(Entry entry, Uri page)
    {
        if (entry.File is not { } file)
            return new RobotsWord($"The robots.txt of {page.Authority} cannot be read ({entry.Problem}): until it can, none of its pages is fetched (ignoreRobots of the source overrides it).", IsForNow: true);

        var longest = TimeSpan.FromSeconds(options.Value.MaxCrawlDelaySeconds);
        return file.Allows(page)
            ? new RobotsWord(null, CrawlDelay: file.CrawlDelay > longest ? longest : file.CrawlDelay)
            : new RobotsWord($"The robots.txt of {page.Authority} does not allow {RedirectRules.Shown(page)} (ignoreRobots of the source overrides it).");
    }

    private async Task ReadAsync(Entry entry, Uri address, CancellationToken ct)
    {
        var lease = $"robots {address}";
        FetchResult? result = null;
        if (await turns.TryAwaitAsync(address, lease, ct))
        {
            result = await fetcher.FetchAsync(new FetchRequest(address, Accept: "text/plain,*/*;q=0.5"), ct);
            await turns.GiveBackAsync(address, lease, ct);
        }

        var now = time.GetUtcNow();
        var longest = TimeSpan.FromHours(options.Value.RobotsHours);
        switch (result)
        {
            case Fetched fetched:
                var kept = fetched.FreshFor < longest ? fetched.FreshFor.Value : longest;
                entry.Take(RobotsFile.Parse(Encoding.UTF8.GetString(fetched.Body), Product), now, kept < Soonest ? Soonest : kept);
                break;
            case FetchFailed { Status: >= 400 and < 500 and not 429 }:
                entry.Take(RobotsFile.AllowsAll, now, longest);
                break;
            default:
                entry.Miss((result as FetchFailed)?.Sentence.TrimEnd('.') ?? "the host is busy", now, AskAgain, OldCounts);
                break;
        }
    }

    private string Product => fetching.Value.UserAgent.Split('/', ' ')[0];

    private sealed class Entry
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        public DateTimeOffset AskAt { get; private set; } = DateTimeOffset.MinValue;

        public RobotsFile? File { get; private set; }

        public string? Problem { get; private set; }

        private DateTimeOffset ReadAt { get; set; }

        public void Take(RobotsFile file, DateTimeOffset now, TimeSpan goodFor) => (File, ReadAt, AskAt, Problem) = (file, now, now + goodFor, null);

        public void Miss(string problem, DateTimeOffset now, TimeSpan pause, TimeSpan oldCounts)
        {
            (Problem, AskAt) = (problem, now + pause);
            if (now - ReadAt > oldCounts)
                File = null;
        }
    }
}
