using System.Globalization;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Ingestion.ArchivePages;

/// <summary>
/// Keeps pages as they were fetched. Each process writes files of its own, only at their end. A page that cannot be kept is told and counted, and goes its way
/// all the same: the archive is a copy, not the store.
/// </summary>
internal sealed partial class PageArchive : IDisposable
{
    private const string Pattern = "*.warc.gz";
    private const long Megabyte = 1_048_576;

    private readonly ArchiveOptions _options;
    private readonly IngestionMetrics _metrics;
    private readonly TimeProvider _time;
    private readonly ILogger<PageArchive> _logger;
    private readonly SemaphoreSlim _turn = new(1);
    private readonly HashSet<string> _own = new(StringComparer.Ordinal);
    private FileStream? _file;
    private DateTime _day;

    public PageArchive(IOptions<ArchiveOptions> options, IOptions<StorageOptions> storage, IngestionMetrics metrics, TimeProvider time, ILogger<PageArchive> logger)
    {
        (_options, _metrics, _time, _logger) = (options.Value, metrics, time, logger);
        Folder = FolderOf(options.Value, storage.Value);
    }

    /// <summary>Null when there is no archive.</summary>
    public string? Folder { get; }

    public async Task KeepAsync(ArchivedPage page, CancellationToken ct)
    {
        if (Folder is null)
            return;

        var record = WarcFormat.Response(page);
        await _turn.WaitAsync(ct);
        try
        {
            var file = Open(Folder);

            // Whole or not at all, whoever asked may go away.
            await file.WriteAsync(record, CancellationToken.None);
            await file.FlushAsync(CancellationToken.None);
            _metrics.Count("archive", "kept", 1);
        }
        catch (Exception unwritable) when (unwritable is IOException or UnauthorizedAccessException)
        {
            Close();
            _metrics.Count("archive", "failed", 1);
            LogFailed(page.Url.Host, "archive", "failed", unwritable.Message);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Removes files that are too old, and the oldest while all are too large; the one being written stays.</summary>
    public Task SweepAsync(CancellationToken ct) => InTurnAsync(Sweep, ct);

    /// <summary>The files that nobody writes to any more: those of earlier days, and all of this process, whose current one is closed.</summary>
    public async Task<IReadOnlyList<string>> CloseFilesAsync(CancellationToken ct)
    {
        List<string> files = [];
        await InTurnAsync(
            () =>
            {
                Close();
                files = [.. Files().Where(file => _own.Contains(file.FullName) || DayOf(file) < _time.GetUtcNow().UtcDateTime.Date).Select(file => file.FullName)];
            },
            ct);
        return files;
    }

    public void Dispose()
    {
        Close();
        _turn.Dispose();
    }

    private static string? FolderOf(ArchiveOptions archive, StorageOptions storage) =>
        archive.Path == ArchiveOptions.None ? null
        : archive.Path.Length > 0 ? archive.Path
        : storage.Engine == StorageEngine.Sqlite ? Path.Combine(storage.Path, "archive")
        : null;

    // By its name: a copied file has another time.
    private static DateTime DayOf(FileInfo file) =>
        file.Name.Split('-') is [_, var stamp, ..] && DateTime.TryParseExact(stamp, "yyyyMMddHHmmss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var began) ? began.Date : file.LastWriteTimeUtc.Date;

    private async Task InTurnAsync(Action work, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            work();
        }
        finally
        {
            _turn.Release();
        }
    }

    private IEnumerable<FileInfo> Files() => Folder is not null && Directory.Exists(Folder) ? new DirectoryInfo(Folder).EnumerateFiles(Pattern) : [];

    private void Sweep()
    {
        var oldest = _options.Days == 0 ? DateTime.MinValue : _time.GetUtcNow().UtcDateTime.AddDays(-_options.Days);
        var room = _options.MaxTotalMegabytes * Megabyte;
        foreach (var file in Files().OrderByDescending(file => file.Name, StringComparer.Ordinal).ToList())
        {
            room -= file.Length;
            if (file.FullName != _file?.Name && (room < 0 || DayOf(file) < oldest.Date))
                Remove(file);
        }

        // Another replica may be at work on a copy of its own.
        foreach (var left in Folder is null || !Directory.Exists(Folder) ? [] : new DirectoryInfo(Folder).GetFiles("*" + ArchiveFileRewrite.UnfinishedEnding))
        {
            if (left.LastWriteTimeUtc < _time.GetUtcNow().UtcDateTime.AddDays(-1))
                left.Delete();
        }
    }

    private void Remove(FileInfo file)
    {
        _own.Remove(file.FullName);
        file.Delete();
    }

    private FileStream Open(string folder)
    {
        var now = _time.GetUtcNow();
        if (_file is not null && (_file.Length >= _options.MaxFileMegabytes * Megabyte || _day != now.UtcDateTime.Date))
            Close();

        if (_file is not null)
            return _file;

        Directory.CreateDirectory(folder);
        var stamp = now.UtcDateTime.ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        var name = $"newsplatform-{stamp}-{Guid.NewGuid():N}.warc.gz";
        _file = new FileStream(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        _own.Add(_file.Name);
        _file.Write(WarcFormat.Info(now, name));
        _day = now.UtcDateTime.Date;
        return _file;
    }

    private void Close()
    {
        _file?.Dispose();
        _file = null;
    }

    [LoggerMessage(LogLevel.Warning, "A page of {Host}: {Stage} {Outcome}: {Reason}")]
    private partial void LogFailed(string host, string stage, string outcome, string reason);
}
