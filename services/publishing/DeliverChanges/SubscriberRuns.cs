using System.Collections.Concurrent;

namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>What a worker has under way: one run a subscriber, and so many together at the most.</summary>
/// <param name="most">Runs at a time.</param>
internal sealed class SubscriberRuns(int most)
{
    private readonly ConcurrentDictionary<string, Task> _running = [];

    public bool IsFull => _running.Count >= most;

    public bool Has(string id) => _running.ContainsKey(id);

    /// <summary>Begins a run and does not wait for it.</summary>
    /// <param name="id">The subscriber's, who has none under way.</param>
    /// <param name="run">What is done.</param>
    /// <param name="broke">Told of what it throws, but for the end of the process.</param>
    /// <param name="ct">The end of the process.</param>
    public void Start(string id, Func<Task> run, Action<Exception> broke, CancellationToken ct)
    {
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _running[id] = EndAsync();
        begin.SetResult();

        async Task EndAsync()
        {
            await begin.Task;
            try
            {
                await run();
            }
            catch (OperationCanceledException) when (ct.IsCancellationRequested)
            {
                // The process stops: the row was given back.
            }
            catch (Exception failure)
            {
                broke(failure);
            }
            finally
            {
                _running.TryRemove(id, out _);
            }
        }
    }

    public Task WhenOverAsync(CancellationToken ct) => Task.WhenAll(_running.Values).WaitAsync(ct);
}
