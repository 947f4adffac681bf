using System.Runtime.CompilerServices;
using NewsPlatform.Enrichment.AnnounceStory;
using NewsPlatform.Enrichment.AssignStory.Snapshots;
using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Hosting.Health;

namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>
/// Decides commands on the index at n, appends at n + 1 and keeps them in the index only when the append succeeded. When another decider was
/// first, it reads what it missed and decides again: there may be any number of deciders (architecture, The story leader).
/// </summary>
internal sealed class StoryDecider(StoryLog log, StorySnapshots snapshots, StoryGrouper grouper, IStoryChanges changes, TimeProvider clock) : IStartUpStep, IDisposable
{
    private const int EntriesPerRead = 1_000;

    // The index is one decider's at a time: a commit and a question about it must not meet.
    private readonly SemaphoreSlim _turn = new(1, 1);
    private volatile bool _replayed;

    public string Name => "the story log's replay";

    public bool IsOver => _replayed;

    /// <summary>Decides the commands in order; what it answers is durable. Commands that were decided before get the stored answer.</summary>
    public async Task<IReadOnlyList<StoryAnswer>> CommitAsync(IReadOnlyList<StoryCommand> commands, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (!_replayed)
            {
                await ReadMissedAsync(ct);
            }

            while (true)
            {
                if (await TryCommitAsync(commands, ct) is { } answers)
                {
                    return answers;
                }

                await ReadMissedAsync(ct);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Brings the index up to the log's end; gives every story's version.</summary>
    public async Task<IReadOnlyList<(string StoryId, long Version)>> ReplayAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            await ReadMissedAsync(ct);
            return [.. grouper.Versions()];
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Reads what other processes decided meanwhile, so that this one takes over warm; nothing before the first replay.</summary>
    public async Task FollowAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            if (_replayed)
            {
                await ReadMissedAsync(ct);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Saves what the log comes to when that is due; decisions wait for the copying only.</summary>
    public async Task KeepSnapshotAsync(CancellationToken ct)
    {
        if (_replayed && snapshots.IsDue(grouper.Next))
        {
            await snapshots.SaveAsync(await CopyAsync(ct), grouper.Options, ct);
        }
    }

    /// <summary>The log's entry that brought an article into a story; null when it is not in it.</summary>
    public async Task<StoryLogEntry?> ExplainAsync(string storyId, string articleId, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        long? position;
        try
        {
            position = grouper.JoinedAt(storyId, articleId);
        }
        finally
        {
            _turn.Release();
        }

        return position is { } at && await log.ReadAsync(at, 1, ct) is [var entry] ? entry : null;
    }

    /// <summary>These stories as the log left them.</summary>
    public async Task<IReadOnlyList<StorySnapshot>> SnapshotsAsync(IEnumerable<string> storyIds, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            return [.. storyIds.Select(grouper.Snapshot).OfType<StorySnapshot>()];
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private async Task<IReadOnlyList<StoryAnswer>?> TryCommitAsync(IReadOnlyList<StoryCommand> commands, CancellationToken ct)
    {
        var appended = false;
        grouper.BeginTrial();
        try
        {
            var answers = commands.Select(Try).ToList();
            appended = await log.TryAppendAsync([.. answers.SelectMany(answer => answer.Entries)], ct);
            return appended ? answers : null;
        }
        finally
        {
            // Also when the append threw: whether it reached the log or not, the next reading will tell.
            if (appended)
            {
                grouper.KeepTrial();
                changes.Changed(grouper.TakeTouched());
            }
            else
            {
                grouper.TakeBackTrial();
            }
        }
    }

    private StoryAnswer Try(StoryCommand command)
    {
        var at = clock.GetUtcNow();
        var answer = command switch
        {
            AssignArticle assign => new StoryAnswer(grouper.Decide(assign.Candidate, at), null),
            WithdrawArticle withdraw => new StoryAnswer(grouper.Withdraw(withdraw.ArticleId, withdraw.Revision, at), null),
            MergeStories merge => new StoryAnswer(null, grouper.Editor.Merge(merge.StoryId, merge.From, at)),
            SplitStory split => new StoryAnswer(null, grouper.Editor.Split(split.StoryId, split.ArticleIds, at)),
            PinArticle pin => new StoryAnswer(null, grouper.Editor.Pin(pin.StoryId, pin.ArticleId, at)),
            _ => throw new InvalidOperationException($"Nothing decides {command.GetType().Name}: add it here."),
        };
        if (answer.Entry is { } entry)
        {
            grouper.Apply(entry);
        }

        if (answer.Decision is not { } decision || grouper.Regroup(decision, at) is not { } regrouping)
        {
            return answer;
        }

        grouper.Apply(regrouping);
        return answer with { Regrouping = regrouping };
    }

    private async Task<StoryIndexCopy> CopyAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            return grouper.Copy();
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task ReadMissedAsync(CancellationToken ct)
    {
        if (!_replayed)
        {
            await BeginReplayAsync(ct);
        }

        await foreach (var entries in ReadOnAsync(ct))
        {
            foreach (var entry in entries)
            {
                grouper.Apply(entry);
            }
        }

        if (_replayed)
        {
            changes.ChangedElsewhere(grouper.TakeTouched());
            return;
        }

        await SupplyMissingAsync(ct);
        grouper.EndReplay();
        grouper.ForgetTouched();
        _replayed = true;
    }

    // Of a long log the next part is read on another core meanwhile. Of most of it a replay needs the heads only.
    private async IAsyncEnumerable<IReadOnlyList<StoryLogEntry>> ReadOnAsync([EnumeratorCancellation] CancellationToken ct)
    {
        Func<long, Task<IReadOnlyList<StoryLogEntry>>> read = _replayed ? from => log.ReadAsync(from, EntriesPerRead, ct) : from => log.ReadHeadsAsync(from, EntriesPerRead, ct);
        var reading = read(grouper.Next);
        while (await reading is { Count: > 0 } missed)
        {
            var more = missed.Count == EntriesPerRead ? Task.Run(() => read(missed[^1].Position + 1), ct) : null;
            yield return missed;
            reading = more ?? read(grouper.Next);
        }
    }

    private async Task SupplyMissingAsync(CancellationToken ct)
    {
        var missing = grouper.MissingTerms();
        var parts = missing.Positions.Chunk(EntriesPerRead).ToList();
        var reading = parts.Count == 0 ? null : log.ReadTermsAsync(parts[0], ct);
        for (var part = 1; reading is not null; part++)
        {
            var read = await reading;
            var next = part < parts.Count ? parts[part] : null;
            reading = next is null ? null : Task.Run(() => log.ReadTermsAsync(next, ct), ct);
            foreach (var (position, body) in read.OrderBy(pair => pair.Key))
            {
                missing.Supply(position, body);
            }
        }
    }

    // Tried again where a store that was away ended it; until it is over, nothing is decided.
    private async Task BeginReplayAsync(CancellationToken ct)
    {
        if (grouper.Next == 1 && await snapshots.TryReadAsync(grouper.Options, ct) is { } index)
        {
            grouper.Use(index);
        }

        grouper.BeginReplay();
    }
}
