using NewsPlatform.Hosting.Workers;

namespace NewsPlatform.Ingestion.ArchivePages;

/// <summary>Sweeps the archive every hour.</summary>
internal sealed class ArchiveSweepService(PageArchive archive, TimeProvider time, ILogger<ArchiveSweepService> logger) : RepeatedWork(TimeSpan.FromHours(1), time, logger)
{
    protected override Task RunOnceAsync(CancellationToken ct)
    {
        archive.Sweep();
        return Task.CompletedTask;
    }
}
