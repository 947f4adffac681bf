namespace NewsPlatform.Hosting.Logs;

/// <summary>What a restore does to a log: it begins another life. Only while no service has the database open.</summary>
public interface IRestorableLog : ILogStore
{
    /// <summary>Makes the epoch anew, so that cursors of the life before are recognised; gives the new one.</summary>
    Task<string> RenewEpochAsync(CancellationToken ct);

    /// <summary>
    /// Inserts one entry at <paramref name="position"/>, leaving a gap before it: what the lost life gave out there is never given out again.
    /// False when the log is beyond that position already.
    /// </summary>
    Task<bool> TryResumeAsync(long position, LogRecord entry, CancellationToken ct);
}
