using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Backup;

/// <summary>Backups of the same databases that stand beside one another in a folder.</summary>
internal static class BackupShelf
{
    /// <summary>Deletes the oldest of those like <paramref name="newest"/> until so many are left; everything else beside them stays. Gives the deleted folders.</summary>
    /// <param name="folder">The newest backup's.</param>
    /// <param name="newest">Its manifest.</param>
    /// <param name="keep">At least 1.</param>
    /// <param name="ct">Ends it between two folders.</param>
    public static async Task<IReadOnlyList<string>> KeepAsync(string folder, BackupManifest newest, int keep, CancellationToken ct)
    {
        var alike = new List<(string Folder, DateTimeOffset StartedAt)>();
        foreach (var beside in Directory.EnumerateDirectories(Path.GetDirectoryName(Path.GetFullPath(folder))!))
        {
            if (await TryReadAsync(beside, ct) is { } manifest && manifest.Engine == newest.Engine && NamesOf(manifest).SetEquals(NamesOf(newest)))
            {
                alike.Add((beside, manifest.StartedAt));
            }
        }

        var old = alike.OrderByDescending(backup => backup.StartedAt).Skip(keep).Select(backup => backup.Folder).ToList();
        foreach (var backup in old)
        {
            ct.ThrowIfCancellationRequested();

            // First what makes it a backup: one that was deleted by half must not look whole.
            File.Delete(Path.Combine(backup, BackupManifest.FileName));
            Directory.Delete(backup, recursive: true);
        }

        return old;
    }

    private static HashSet<string> NamesOf(BackupManifest manifest) => manifest.Services.Select(service => service.Service).ToHashSet(StringComparer.Ordinal);

    private static async Task<BackupManifest?> TryReadAsync(string folder, CancellationToken ct)
    {
        try
        {
            return await BackupFiles.ReadManifestAsync(folder, ct);
        }
        catch (CommandFailedException)
        {
            return null;
        }
    }
}
