using Microsoft.Extensions.Options;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Gazetteers;

/// <summary>
/// The gazetteer in force: the user's file is checked at the start (<see cref="GazetteerCheck"/>), read when first asked for, and again when its time of change moves; a
/// wrong later version leaves the earlier one in force and is told in the log once.
/// </summary>
internal sealed partial class GazetteerFile(IOptions<GazetteerOptions> options, ILogger<GazetteerFile> logger) 
{
    private readonly Lock _gate = new();
    private volatile Gazetteer _current = Gazetteer.Own;

    // No file has this time: the first look reads it.
    private long _read = -1;

    /// <summary>The gazetteer as of the file's newest good version.</summary>
    public Gazetteer Current
    {
        get
        {
            if (!string.IsNullOrEmpty(options.Value.GazetteerPath) && ChangedAt(options.Value.GazetteerPath) != Interlocked.Read(ref _read))
            {
                ReadAgain(options.Value.GazetteerPath);
            }

            return _current;
        }
    }

    private static long ChangedAt(string path) => File.GetLastWriteTimeUtc(path).Ticks;

    private void ReadAgain(string path)
    {
        lock (_gate)
        {
            var changed = ChangedAt(path);
            if (changed == Interlocked.Read(ref _read))
            {
                return;
            }

            Interlocked.Exchange(ref _read, changed);
            try
            {
                _current = Gazetteer.With(File.ReadLines(path));
                LogRead(path);
            }
            catch (Exception wrong) when (wrong is FormatException or IOException or UnauthorizedAccessException)
            {
                LogWrong(path, wrong.Message);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Gazetteer {Path} read again")]
    private partial void LogRead(string path);

    [LoggerMessage(LogLevel.Warning, "Gazetteer {Path} was changed and is wrong, the earlier version stays in force: {Reason}")]
    private partial void LogWrong(string path, string reason);
}
