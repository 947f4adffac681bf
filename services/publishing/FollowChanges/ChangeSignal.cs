namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>Wakes the readers of the change log in this process; entries of other processes are found by polling.</summary>
internal sealed class ChangeSignal
{
    private TaskCompletionSource _next = NewSource();

    /// <summary>Completes at the next <see cref="Pulse"/>. Take it before reading the log, wait on it after: then nothing is slept through.</summary>
    public Task Next => Volatile.Read(ref _next).Task;

    public void Pulse() => Interlocked.Exchange(ref _next, NewSource()).SetResult();

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
