using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.RespectSites;
using NewsPlatform.Testing;

namespace NewsPlatform.PollDay;

/// <summary>A day of polling on virtual time by the shipped schedule, pace and turns: several replicas, slots as the options give them, sites that are slow, busy and down at times.</summary>
internal sealed class SimulatedDay(IReadOnlyList<SimulatedSource> sources, int seed)
{
    private const int Replicas = 3;

    private readonly PollingOptions _polling = new();
    private readonly PolitenessOptions _politeness = new();
    private readonly ManualClock _clock = new(SimulatedWorld.Start);
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, long Order)> _due = new();
    private readonly Random _random = new(seed);
    private readonly int[] _polls = new int[Replicas];
    private readonly int[] _pages = new int[Replicas];
    private HostTurns[] _turns = [];
    private long _order;

    public HostWatch Hosts { get; } = new();

    public int Polls { get; private set; }

    public int Failures { get; private set; }

    public int Waits { get; private set; }

    /// <summary>From an item's publication to the fetch of its page.</summary>
    public List<TimeSpan> Delays { get; } = [];

    public async Task RunAsync()
    {
        var store = new TurnsInMemory();
        _turns = [.. Enumerable.Range(0, Replicas).Select(_ => new HostTurns(store, Options.Create(_politeness), Options.Create(_polling), _clock))];
        foreach (var source in sources)
            At(source.Row.NextAttemptAt, () => PollAsync(source));

        while (_due.TryDequeue(out var work, out var when) && when.At < SimulatedWorld.Start.AddDays(1))
        {
            _clock.Now = when.At;
            await work();
        }
    }

    private void At(DateTimeOffset time, Func<Task> work) => _due.Enqueue(work, (time, _order++));

    private async Task PollAsync(SimulatedSource source)
    {
        var url = source.Row.Url;
        if (await TakeAsync(url, source.Row.Id, _polls, _polling.ConcurrentPolls, () => PollAsync(source)) is not { } replica)
            return;

        Polls++;
        var ending = _clock.Now + Latency();
        var read = _random.NextDouble() < 0.01 ? (Outcome: Failure(), Fresh: []) : source.Read(_clock.Now);
        At(ending, () => EndPollAsync(source, read.Outcome, read.Fresh, replica));
    }

    private async Task EndPollAsync(SimulatedSource source, PollOutcome outcome, IReadOnlyList<DateTimeOffset> fresh, int replica)
    {
        await GiveBackAsync(source.Row.Url, source.Row.Id, _polls, replica);
        source.Row = outcome.Failure is { } failure
            ? SourceSchedule.Failed(source.Row, failure, _polling, _clock.Now, _random.NextDouble())
            : SourceSchedule.Succeeded(source.Row, outcome, _polling, _clock.Now, _random.NextDouble());
        if (outcome.Failure is { } failed)
        {
            Failures++;
            await _turns[replica].LeaveAloneAsync(source.Row.Url, failed.RetryAfter, default);
        }

        At(source.Row.NextAttemptAt, () => PollAsync(source));
        foreach (var published in fresh)
            At(_clock.Now, () => FetchPageAsync(new Uri(source.Row.Url, $"/{_order}"), published, _order.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private async Task FetchPageAsync(Uri page, DateTimeOffset published, string id)
    {
        if (await TakeAsync(page, id, _pages, _polling.ConcurrentPages, () => FetchPageAsync(page, published, id)) is not { } replica)
            return;

        Delays.Add(_clock.Now - published);
        At(_clock.Now + Latency(), () => GiveBackAsync(page, id, _pages, replica));
    }

    // Whoever has no slot or no turn comes again later, as rows in the store do.
    private async Task<int?> TakeAsync(Uri address, string id, int[] running, int slots, Func<Task> again)
    {
        var replica = _random.Next(Replicas);
        if (running[replica] >= slots)
        {
            At(_clock.Now.AddSeconds(1), again);
            return null;
        }

        if (await _turns[replica].TryTakeAsync(address, id, crawlDelay: null, default) is { } until)
        {
            Waits++;
            At(until, again);
            return null;
        }

        running[replica]++;
        Hosts.Begins(address, _clock.Now);
        return replica;
    }

    private async Task GiveBackAsync(Uri address, string id, int[] running, int replica)
    {
        running[replica]--;
        Hosts.Ends(address);
        await _turns[replica].GiveBackAsync(address, id, default);
    }

    // Half a second mostly, now and then many.
    private TimeSpan Latency() => TimeSpan.FromSeconds(0.2 - (0.4 * Math.Log(1 - _random.NextDouble())));

    private PollOutcome Failure() => new(null, new PollFailure("busy", FailureWeight.Passing, RetryAfter: _random.NextDouble() < 0.1 ? TimeSpan.FromMinutes(2) : null));
}
