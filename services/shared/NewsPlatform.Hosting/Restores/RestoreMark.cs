using System.Text.Json;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Hosting.Restores;

/// <summary>What a restore leaves in the database that it restored: the service heals by it at its next start, and knows for good what is of the life before.</summary>
public sealed record RestoreMark
{
    /// <summary>Its name among the <see cref="IServiceFacts"/>.</summary>
    public const string Fact = "restored";

    /// <summary>Name of the fact that holds the newest restore that this other service has healed.</summary>
    public static string HealedBy(string service) => $"healed-by-{service}";

    /// <summary>One for all databases that one command restored.</summary>
    public required string RestoreId { get; init; }

    /// <summary>When the backup began: everything older is in it.</summary>
    public required DateTimeOffset BackedUpAt { get; init; }

    /// <summary>When it was restored: everything newer is of this life.</summary>
    public required DateTimeOffset RestoredAt { get; init; }

    /// <summary>The new epoch of the database's ordered log; null when it has none.</summary>
    public string? Epoch { get; init; }

    /// <summary>Where that log goes on when it left a gap for what was lost.</summary>
    public long? ResumedAt { get; init; }

    /// <summary>The mark of the newest restore; null when the database was never restored.</summary>
    public static async Task<RestoreMark?> TryReadAsync(IServiceFacts facts, CancellationToken ct) =>
        await facts.TryReadAsync(Fact, ct) is { } json ? JsonSerializer.Deserialize<RestoreMark>(json, JsonDefaults.Options) : null;

    public Task WriteAsync(IServiceFacts facts, CancellationToken ct) => facts.WriteAsync(Fact, JsonSerializer.Serialize(this, JsonDefaults.Options), ct);
}
