using System.Diagnostics;
using System.Threading.Channels;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Hosting.Storage;

/// <summary>
/// Gathers what many callers want to write at the same time into one commit, and gives each caller its own result or failure.
/// A caller that got its result knows it durable. A failing group is halved until the item that fails stands alone.
/// </summary>
/// <typeparam name="TItem">What one caller writes.</typeparam>
/// <typeparam name="TResult">What it gets back.</typeparam>
public sealed class GroupCommitWriter<TItem, TResult> : IAsyncDisposable
{
    /// <summary>Items per commit, at most.</summary>
    public const int DefaultGroupSize = 256;

    private readonly string _name;
    private readonly Func<IReadOnlyList<TItem>, CancellationToken, Task<IReadOnlyList<TResult>>> _commit;
    private readonly int _groupSize;
    private readonly Channel<Waiting> _waiting;
    private readonly Task _loop;

    /// <param name="name">What it commits, for spans and metrics.</param>
    /// <param name="commit">Writes the group and returns one result per item, in order. Must be idempotent: items of a failed group are committed again.</param>
    /// <param name="groupSize">Items per commit, at most; four groups may wait, further callers wait outside.</param>
    public GroupCommitWriter(string name, Func<IReadOnlyList<TItem>, CancellationToken, Task<IReadOnlyList<TResult>>> commit, int groupSize = DefaultGroupSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groupSize, 1);
        _name = name;
        _commit = commit;
        _groupSize = groupSize;
        _waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(groupSize * 4) { SingleReader = true });

        // Made by whoever needs it first, whose trace must not go on for ever in this loop.
        using (ExecutionContext.SuppressFlow())
        {
            _loop = Task.Run(CommitGroupsAsync);
        }
    }

    /// <summary>Waits until the item is durable. Giving up does not take the item back: it may still be committed.</summary>
    public async Task<TResult> WriteAsync(TItem item, CancellationToken ct)
    {
        var waiting = new Waiting(item, new TaskCompletionSource<TResult>(TaskCreationOptions.RunContinuationsAsynchronously), CommitSpan.Here);
        await _waiting.Writer.WriteAsync(waiting, ct);
        return await waiting.Done.Task.WaitAsync(ct);
    }

    /// <summary>Commits what waits, then ends; later writes throw <see cref="ChannelClosedException"/>.</summary>
    public async ValueTask DisposeAsync()
    {
        _waiting.Writer.TryComplete();
        await _loop;
    }

    private async Task CommitGroupsAsync()
    {
        var group = new List<Waiting>(_groupSize);
        while (await _waiting.Reader.WaitToReadAsync())
        {
            while (group.Count < _groupSize && _waiting.Reader.TryRead(out var next))
            {
                group.Add(next);
            }

            await CommitAsync(group);
            group.Clear();
        }
    }

    private async Task CommitAsync(List<Waiting> group)
    {
        var start = Stopwatch.GetTimestamp();
        using var span = CommitSpan.Start(_name, group.ConvertAll(waiting => waiting.Trace));
        try
        {
            var results = await _commit([.. group.Select(waiting => waiting.Item)], CancellationToken.None);
            for (var i = 0; i < group.Count; i++)
            {
                group[i].Done.TrySetResult(results[i]);
            }

            StoreInstruments.Committed(_name, group.Count, Stopwatch.GetElapsedTime(start));
        }
        catch (Exception failure) when (group.Count == 1)
        {
            // Not swallowed: it is the one caller's to handle.
            group[0].Done.TrySetException(failure);
        }
        catch (Exception)
        {
            var half = group.Count / 2;
            await CommitAsync(group.GetRange(0, half));
            await CommitAsync(group.GetRange(half, group.Count - half));
        }
    }

    private sealed record Waiting(TItem Item, TaskCompletionSource<TResult> Done, ActivityContext Trace);
}
