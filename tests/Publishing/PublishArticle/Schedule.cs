using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.ReleaseArticle;

namespace NewsPlatform.Publishing.Tests.PublishArticle;

/// <summary>The process was killed here.</summary>
internal sealed class KilledException : Exception;

/// <summary>
/// Runs several workers one step at a time in an order that a seed decides. A step ends where a worker asks a store; there it may be killed
/// as well. The same seed gives the same run.
/// </summary>
internal sealed class Schedule(Random random, int killOneIn) : IDisposable
{
    private readonly List<TaskCompletionSource> _parked = [];
    private readonly SemaphoreSlim _stopped = new(0);

    /// <summary>Called by the gated stores before each of their methods.</summary>
    public Task StepAsync()
    {
        if (random.Next(killOneIn) == 0)
        {
            throw new KilledException();
        }

        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _parked.Add(turn);
        _stopped.Release();
        return turn.Task;
    }

    /// <summary>Plays all workers to their ends.</summary>
    public async Task PlayAsync(IReadOnlyList<Func<Task>> workers)
    {
        var running = new List<Task>();
        foreach (var worker in workers)
        {
            running.Add(RunAsync(worker));
            await _stopped.WaitAsync();
        }

        while (_parked.Count > 0)
        {
            var next = _parked[random.Next(_parked.Count)];
            _parked.Remove(next);
            next.SetResult();
            await _stopped.WaitAsync();
        }

        await Task.WhenAll(running);
    }

    public void Dispose() => _stopped.Dispose();

    private async Task RunAsync(Func<Task> worker)
    {
        try
        {
            await worker();
        }
        finally
        {
            _stopped.Release();
        }
    }
}

/// <summary>A store whose every call is a step of the schedule.</summary>
internal sealed class GatedArticles<TStore>(TStore store, Schedule schedule) : IArticleReadStore, IEmbargoStore where TStore : IArticleReadStore, IEmbargoStore
{
    public async Task<IReadOnlyList<ArticleState>> PutNewerAsync(IReadOnlyList<ArticleChange> changes, CancellationToken ct)
    {
        await schedule.StepAsync();
        return await store.PutNewerAsync(changes, ct);
    }

    public async Task<IReadOnlyList<ArticleState>> JoinStoriesAsync(IReadOnlyList<StoryMembership> memberships, CancellationToken ct)
    {
        await schedule.StepAsync();
        return await store.JoinStoriesAsync(memberships, ct);
    }

    public async Task<IReadOnlyList<ArticleState>> ReadStatesAsync(IReadOnlyCollection<string> articleIds, CancellationToken ct)
    {
        await schedule.StepAsync();
        return await store.ReadStatesAsync(articleIds, ct);
    }

    public async Task<HeldArticleContent?> TryFindAsync(string articleId, CancellationToken ct)
    {
        await schedule.StepAsync();
        return await store.TryFindAsync(articleId, ct);
    }

    public async Task<IReadOnlyList<ArticleState>> FindDueAsync(DateTimeOffset now, int limit, CancellationToken ct)
    {
        await schedule.StepAsync();
        return await store.FindDueAsync(now, limit, ct);
    }

    public async Task<IReadOnlyList<ArticleState>> ShowAsync(IReadOnlyList<ArticleState> due, CancellationToken ct)
    {
        await schedule.StepAsync();
        return await store.ShowAsync(due, ct);
    }

    public async Task SettleAsync(IReadOnlyList<ArticleState> released, CancellationToken ct)
    {
        await schedule.StepAsync();
        await store.SettleAsync(released, ct);
    }
}

/// <summary>A log store whose every call is a step of the schedule.</summary>
internal sealed class GatedLog(ILogStore store, Schedule schedule) : ILogStore
{
    public Task<string> ReadEpochAsync(CancellationToken ct) => store.ReadEpochAsync(ct);

    public async Task<long> ReadNextPositionAsync(CancellationToken ct)
    {
        await schedule.StepAsync();
        return await store.ReadNextPositionAsync(ct);
    }

    public async Task<IReadOnlyDictionary<string, LogEntry>> ReadNewestAsync(IReadOnlyCollection<string> subjects, CancellationToken ct)
    {
        await schedule.StepAsync();
        return await store.ReadNewestAsync(subjects, ct);
    }

    public async Task<bool> TryInsertAsync(long position, IReadOnlyList<LogRecord> entries, CancellationToken ct)
    {
        await schedule.StepAsync();
        return await store.TryInsertAsync(position, entries, ct);
    }

    public Task<IReadOnlyList<LogEntry>> ReadAsync(long from, int limit, CancellationToken ct) => store.ReadAsync(from, limit, ct);

    public Task<IReadOnlyDictionary<long, byte[]>> ReadBodiesAsync(IReadOnlyList<long> positions, CancellationToken ct) => store.ReadBodiesAsync(positions, ct);

    public Task TouchAsync(CancellationToken ct) => store.TouchAsync(ct);
}
