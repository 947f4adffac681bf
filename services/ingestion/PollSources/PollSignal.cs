namespace NewsPlatform.Ingestion.PollSources;

/// <summary>Wakes the scheduler and the page fetcher of its process: something is due now.</summary>
internal sealed class PollSignal
{
    private volatile TaskCompletionSource _woken = New();

    public void Wake() => Interlocked.Exchange(ref _woken, New()).TrySetResult();

    /// <summary>Take it before looking for work, so that no call between the look and the waiting is missed.</summary>
    public Task Next() => _woken.Task;

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
