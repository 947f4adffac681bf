using System.Globalization;
using NewsPlatform.Ingestion.ArchivePages;
using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Archive;

/// <summary>The WARC files that a command line names, and from when on their pages count.</summary>
/// <param name="Files">Oldest first, by name.</param>
/// <param name="Since">Pages fetched before do not count; null = all count.</param>
internal sealed record ArchiveFiles(IReadOnlyList<string> Files, DateTimeOffset? Since)
{
    private static readonly string[] Endings = [".warc.gz", ".warc"];

    /// <param name="around">Relative names count from its folder.</param>
    /// <param name="from">A date, a WARC file or a folder of them.</param>
    /// <param name="archive">The folder for a date.</param>
    /// <exception cref="CommandFailedException">It is none of them, or there are no files.</exception>
    public static ArchiveFiles Of(Surroundings around, string from, string archive)
    {
        var path = around.PathOf(from);
        if (File.Exists(path))
        {
            return new ArchiveFiles([path], Since: null);
        }

        var isFolder = Directory.Exists(path);
        DateTimeOffset? since = null;
        if (!isFolder)
        {
            since = DateTimeOffset.TryParse(from, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                ? date
                : throw new WrongUsageException($"--from is '{from}': give a date such as 2026-11-20, or a WARC file or folder that exists.");
        }

        var folder = isFolder ? path : around.PathOf(archive);
        var files = Directory.Exists(folder) ? Directory.EnumerateFiles(folder).Where(IsWarc).Order(StringComparer.Ordinal).ToList() : [];
        return files.Count > 0 ? new ArchiveFiles(files, since) : throw new CommandFailedException($"There is no WARC file in {folder}: name the folder with --archive.");
    }

    /// <summary>The pages that count, in the order of the files.</summary>
    /// <exception cref="CommandFailedException">A file is no WARC.</exception>
    public IEnumerable<ArchivedPage> Read()
    {
        foreach (var file in Files)
        {
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var pages = Pages(stream, file).GetEnumerator();
            while (pages.MoveNext())
            {
                if (Since is null || pages.Current.FetchedAt >= Since)
                {
                    yield return pages.Current;
                }
            }
        }
    }

    private static IEnumerable<ArchivedPage> Pages(Stream stream, string file)
    {
        using var pages = WarcReader.Read(stream).GetEnumerator();
        while (true)
        {
            try
            {
                if (!pages.MoveNext())
                {
                    yield break;
                }
            }
            catch (InvalidDataException broken)
            {
                throw new CommandFailedException($"{file}: {broken.Message}", broken);
            }

            yield return pages.Current;
        }
    }

    private static bool IsWarc(string file) => Endings.Any(ending => file.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
