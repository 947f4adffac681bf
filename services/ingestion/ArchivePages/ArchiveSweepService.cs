using NewsPlatform.Hosting.Workers;

namespace NewsPlatform.Ingestion.ArchivePages;

/// <summary>Sweeps the archive every hour: what is too old or too much, and the pages of withdrawn articles.</summary>
internal sealed class ArchiveSweepService(PageArchive archive, WithdrawnPages withdrawn, TimeProvider time, ILogger<ArchiveSweepService> logger) : TimedWork(TimeSpan.FromHours(1), time, logger)
{
    private readonly TimeProvider _time = time;

    protected override async Task RunDueAsync(CancellationToken ct)
    {
        await archive.SweepAsync(ct);
        if (archive.Folder is not null && await withdrawn.AreThereNewAsync(ct))
        {
            foreach (var file in await archive.CloseFilesAsync(ct))
                await ArchiveFileRewrite.WithoutAsync(file, withdrawn.FindAsync, _time.GetUtcNow(), ct);
        }
    }
}
