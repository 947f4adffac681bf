namespace NewsPlatform.Ingestion.WatchDropFolder;

/// <summary>
/// The folder on the disk. A file is claimed by moving it into <c>working/machine</c>, so that of several processes one takes it; from there it goes to
/// <c>done/day</c> or, with a note that says why, to <c>failed/day</c>.
/// </summary>
internal sealed class DropFolder(string path, TimeProvider time)
{
    private const string Working = "working";
    private const string Done = "done";
    private const string Failed = "failed";

    // Names under which programs write what is not complete yet.
    private static readonly string[] Unfinished = [".part", ".tmp", ".crdownload", ".filepart"];

    private readonly string _working = Path.Combine(path, Working, Environment.MachineName);
    private Dictionary<string, FileStamp> _before = new(StringComparer.Ordinal);

    /// <summary>Claims files that were the same at the last look, at most <paramref name="limit"/>; what a process that died had claimed comes first.</summary>
    public IReadOnlyList<DroppedFile> Claim(int limit)
    {
        Directory.CreateDirectory(_working);
        var left = Directory.EnumerateFiles(_working, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(limit).Select(file => new DroppedFile(file, SourceOf(_working, file))).ToList();
        var seen = Waiting().ToDictionary(file => file.FullName, FileStamp.Of, StringComparer.Ordinal);
        var settled = seen.Where(file => _before.TryGetValue(file.Key, out var before) && before == file.Value).OrderBy(file => file.Value.WrittenAt).ThenBy(file => file.Key, StringComparer.Ordinal);
        var claimed = settled.Take(limit - left.Count).Select(file => TryClaim(file.Key)).OfType<DroppedFile>().ToList();
        _before = seen;
        return [.. left, .. claimed];
    }

    public void Finish(DroppedFile file) => Move(file, Done);

    /// <summary>Puts the file away with the reason beside it.</summary>
    public void Fail(DroppedFile file, string reason) => File.WriteAllText(Move(file, Failed) + ".reason.txt", reason + "\n");

    private IEnumerable<FileInfo> Waiting()
    {
        var folders = new DirectoryInfo(path).EnumerateDirectories().Where(folder => folder.Name is not (Working or Done or Failed) && !folder.Name.StartsWith('.'));
        return new[] { new DirectoryInfo(path) }.Concat(folders).SelectMany(folder => folder.EnumerateFiles())
            .Where(file => !file.Name.StartsWith('.') && !Unfinished.Contains(file.Extension, StringComparer.OrdinalIgnoreCase));
    }

    private DroppedFile? TryClaim(string file)
    {
        var source = SourceOf(path, file);
        var target = Free(Path.Combine(_working, source ?? string.Empty, Path.GetFileName(file)));
        try
        {
            File.Move(file, target);
            return new DroppedFile(target, source);
        }
        catch (FileNotFoundException)
        {
            return null; // another process was first, or its owner took it back
        }
    }

    private string Move(DroppedFile file, string state)
    {
        var day = time.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var target = Free(Path.Combine(path, state, day, file.Source ?? string.Empty, Path.GetFileName(file.Path)));
        File.Move(file.Path, target);
        return target;
    }

    private static string Free(string wanted)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(wanted)!); // a file's path has a folder
        var free = wanted;
        for (var copy = 2; File.Exists(free); copy++)
            free = Path.Combine(Path.GetDirectoryName(wanted)!, $"{Path.GetFileNameWithoutExtension(wanted)}-{copy}{Path.GetExtension(wanted)}");

        return free;
    }

    private static string? SourceOf(string root, string file) => Path.GetDirectoryName(Path.GetRelativePath(root, file)) is { Length: > 0 } folder ? folder : null;

    private sealed record FileStamp(long Length, DateTime WrittenAt)
    {
        public static FileStamp Of(FileInfo file) => new(file.Length, file.LastWriteTimeUtc);
    }
}

/// <summary>A file that this process has claimed.</summary>
/// <param name="Path">Where it is now.</param>
/// <param name="Source">Name of the folder that it lay in; null when it lay in the drop folder itself.</param>
internal sealed record DroppedFile(string Path, string? Source);
