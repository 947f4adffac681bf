namespace NewsPlatform.Ingestion.ArchivePages;

/// <summary>Writes a file of the archive anew without the pages that are to go; a kill leaves the one or the other, whole.</summary>
internal static class ArchiveFileRewrite
{
    /// <summary>Of the copy, until it takes the file's place; swept when a kill left one.</summary>
    public const string UnfinishedEnding = ".unfinished";

    private const int AtATime = 500;

    /// <param name="file">Nobody writes to it any more.</param>
    /// <param name="find">Which of some addresses are to go.</param>
    /// <param name="now">The time.</param>
    /// <param name="ct">Ends the work.</param>
    public static async Task WithoutAsync(string file, Func<IReadOnlyCollection<Uri>, CancellationToken, Task<IReadOnlySet<Uri>>> find, DateTimeOffset now, CancellationToken ct)
    {
        var gone = new HashSet<Uri>();
        using (var stream = Open(file))
        {
            foreach (var some in WarcReader.Read(stream).Select(page => page.Url).Chunk(AtATime))
                gone.UnionWith(await find([.. some.Distinct()], ct));
        }

        if (gone.Count == 0)
            return;

        var copy = $"{file}.{Guid.NewGuid():N}{UnfinishedEnding}";
        await using (var to = new FileStream(copy, FileMode.CreateNew, FileAccess.Write))
        {
            await to.WriteAsync(WarcFormat.Info(now, Path.GetFileName(file)), ct);
            using var from = Open(file);
            foreach (var page in WarcReader.Read(from).Where(page => !gone.Contains(page.Url)))
                await to.WriteAsync(WarcFormat.Response(page), ct);

            to.Flush(flushToDisk: true);
        }

        File.Move(copy, file, overwrite: true);
    }

    private static FileStream Open(string file) => new(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
}
