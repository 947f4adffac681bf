using System.Globalization;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Contracts.Restores;
using NewsPlatform.Hosting.Restores;
using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Ingestion.HealRestore;

/// <summary>What this database knows of restores, its own and those of others.</summary>
internal sealed class RestoreMemory([FromKeyedServices(IngestionService.Name)] IServiceFacts facts)
{
    private const string StoriesResumedAt = "stories-resumed-at";

    private (bool IsRead, DateTimeOffset? RestoredAt) _own;

    /// <summary>Which database lives count now; read anew each time, for another replica may have heard of a restore.</summary>
    public async Task<KnownLives> ReadAsync(CancellationToken ct)
    {
        if (!_own.IsRead)
        {
            // Restored while no service runs: it cannot change under this process.
            _own = (true, (await RestoreMark.TryReadAsync(facts, ct))?.RestoredAt);
        }

        var resumedAt = await facts.TryReadAsync(StoriesResumedAt, ct);
        return new KnownLives(_own.RestoredAt, await AnsweringLife.ReadAsync(facts, ct), resumedAt is null ? 0 : long.Parse(resumedAt, CultureInfo.InvariantCulture));
    }

    /// <summary>From here on only what that database's present life answered or decided counts.</summary>
    public async Task BeginLifeAsync(DatabaseRestored restored, CancellationToken ct)
    {
        if (restored.Service == "publishing")
        {
            await AnsweringLife.BeginAsync(facts, restored, ct);
        }
        else if (restored is { Service: "enrichment", ResumedAt: { } position })
        {
            await facts.WriteAsync(StoriesResumedAt, position.ToString(CultureInfo.InvariantCulture), ct);
        }
    }
}

/// <summary>The present lives of the databases.</summary>
/// <param name="RestoredAt">When this one was restored last; what was accepted before is of an older life. Null = never.</param>
/// <param name="PublishingEpoch">The one whose answers count; null = any.</param>
/// <param name="StoriesResumedAt">Story decisions before this position may be lost; 0 = none.</param>
internal sealed record KnownLives(DateTimeOffset? RestoredAt = null, string? PublishingEpoch = null, long StoriesResumedAt = 0)
{
    /// <summary>False for an answer about something that publishing or enrichment may not hold any more.</summary>
    public bool Count(HeldArticle held, string? epoch) =>
        AnsweringLife.Counts(PublishingEpoch, epoch) && (held.Withdrawn || held.StoryVersion is not { } version || version >= StoriesResumedAt);
}
