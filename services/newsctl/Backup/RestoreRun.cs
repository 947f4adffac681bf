using NewsPlatform.Hosting.Restores;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Backup;

/// <summary>
/// Puts a backup into the place of the present databases: first everything is checked and laid ready, then each is replaced in one step. Ended in
/// between, some are restored and some are not, each whole and each healed by the services; the same command again ends it.
/// </summary>
internal sealed class RestoreRun(StorageOptions storage, TimeProvider clock)
{
    private readonly IDatabaseEngine _engine = DatabaseEngines.Of(storage);

    /// <summary>The restored databases, each with the name under which the one before was kept.</summary>
    public async Task<IReadOnlyList<RestoredDatabase>> RestoreAsync(string folder, IReadOnlyList<string> services, CancellationToken ct)
    {
        using var folderLock = LockFolder();
        var manifest = await new BackupRun(storage, clock).VerifyAsync(folder, ct);
        var chosen = services.Select(service => Find(manifest, service, folder)).ToList();
        foreach (var backup in chosen)
        {
            await _engine.RefuseWhileInUseAsync(backup.Service, ct);
        }

        var mark = new RestoreMark { RestoreId = Guid.NewGuid().ToString("N"), BackedUpAt = manifest.StartedAt, RestoredAt = clock.GetUtcNow() };
        var ready = new List<(ServiceBackup Backup, Func<CancellationToken, Task<string?>> Replace)>(chosen.Count);
        foreach (var backup in chosen)
        {
            ready.Add((backup, await _engine.PrepareRestoreAsync(backup, folder, mark, ct)));
        }

        RestoreSettings(manifest, folder);
        var restored = new List<RestoredDatabase>(ready.Count);
        foreach (var (backup, replace) in ready)
        {
            restored.Add(new RestoredDatabase(backup.Service, await replace(ct)));
        }

        return restored;
    }

    private static ServiceBackup Find(BackupManifest manifest, string service, string folder)
    {
        var backup = manifest.Services.FirstOrDefault(backup => backup.Service == service)
            ?? throw new CommandFailedException($"'{folder}' holds no database of {service}, only of {string.Join(", ", manifest.Services.Select(held => held.Service))}: name one of them with --service.");
        var newest = PlatformDatabases.NewestSchema(service, manifest.Engine);
        return backup.Schema <= newest
            ? backup
            : throw new CommandFailedException($"The backup of {service} has schema {backup.Schema}, this program knows {newest}: it was written by a newer version; use that one.");
    }

    // Standalone holds it while it runs.
    private FileStream? LockFolder()
    {
        var path = Path.Combine(storage.Path, "lock");
        if (storage.Engine != StorageEngine.Sqlite || !File.Exists(path))
        {
            return null;
        }

        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException inUse)
        {
            throw new CommandFailedException($"The data folder '{storage.Path}' is in use: stop the platform that runs on it, then restore.", inUse);
        }
    }

    // Only what is missing: a platform that was wiped gets back what it needs to go on as it was.
    private void RestoreSettings(BackupManifest manifest, string folder)
    {
        foreach (var name in manifest.Settings.Select(file => Path.GetFileName(file.Name)).Where(name => !File.Exists(Path.Combine(storage.Path, name))))
        {
            File.Copy(Path.Combine(folder, name), Path.Combine(storage.Path, name));
        }
    }
}

/// <summary>A database that was restored.</summary>
/// <param name="Service">Whose it is.</param>
/// <param name="KeptAs">Where the one before is; null when there was none.</param>
internal sealed record RestoredDatabase(string Service, string? KeptAs);
