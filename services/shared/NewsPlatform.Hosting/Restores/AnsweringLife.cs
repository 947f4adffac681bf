using NewsPlatform.Contracts.Restores;
using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Hosting.Restores;

/// <summary>
/// Which life of publishing's database is the present one. What an earlier life answered may wait in the broker long after a restore; taken
/// for true, it would end the healing of what it tells of.
/// </summary>
public static class AnsweringLife
{
    private const string Fact = "publishing-epoch";

    /// <summary>From here on only answers of the restored life count.</summary>
    public static Task BeginAsync(IServiceFacts facts, DatabaseRestored restored, CancellationToken ct) =>
        restored.Epoch is { } epoch ? facts.WriteAsync(Fact, epoch, ct) : Task.CompletedTask;

    /// <summary>The present life's epoch; null when there was but one.</summary>
    public static Task<string?> ReadAsync(IServiceFacts facts, CancellationToken ct) => facts.TryReadAsync(Fact, ct);

    /// <summary>True when an answer of this epoch counts; those without an epoch are of a version that had none.</summary>
    public static bool Counts(string? present, string? epoch) => present is null || epoch is null || present == epoch;
}
