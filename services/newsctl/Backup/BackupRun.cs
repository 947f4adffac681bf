using NewsPlatform.Hosting.Storage;
using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Backup;

/// <summary>Writes and checks backups. A folder gets its name when everything in it is on the disk: one that has its name is whole.</summary>
internal sealed class BackupRun(StorageOptions storage, TimeProvider clock)
{
    private readonly IDatabaseEngine _engine = DatabaseEngines.Of(storage);

    /// <summary>Copies the services' databases into a new folder.</summary>
    public async Task<BackupManifest> WriteAsync(string folder, IReadOnlyList<string> services, CancellationToken ct)
    {
        RefuseToOverwrite(folder);
        RefuseMissing(services);
        var partial = $"{folder}.partial";
        if (Directory.Exists(partial))
        {
            Directory.Delete(partial, recursive: true);
        }

        Directory.CreateDirectory(partial);
        var startedAt = clock.GetUtcNow();
        var copies = new List<ServiceBackup>(services.Count);
        foreach (var service in services)
        {
            copies.Add(await _engine.BackUpAsync(service, partial, ct));
        }

        var manifest = new BackupManifest
        {
            Format = BackupManifest.NewestFormat,
            StartedAt = startedAt,
            FinishedAt = clock.GetUtcNow(),
            Engine = storage.Engine,
            Services = copies,
            Settings = services.Count > 1 ? await CopySettingsAsync(partial, ct) : [],
        };
        await BackupFiles.WriteManifestAsync(partial, manifest, ct);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder);
        }

        Directory.Move(partial, folder);
        return manifest;
    }

    /// <summary>Reads every file again; <see cref="CommandFailedException"/> when one is not what was written.</summary>
    public async Task<BackupManifest> VerifyAsync(string folder, CancellationToken ct)
    {
        var manifest = await BackupFiles.ReadManifestAsync(folder, ct);
        if (manifest.Engine != storage.Engine)
        {
            throw new CommandFailedException($"'{folder}' is a backup of {manifest.Engine} databases: it can be restored to that engine only.");
        }

        foreach (var file in manifest.Services.SelectMany(service => service.Files).Concat(manifest.Settings))
        {
            await BackupFiles.VerifyAsync(folder, file, ct);
        }

        foreach (var file in manifest.Services.SelectMany(service => service.Files))
        {
            if (await _engine.FindDamageAsync(file, folder, ct) is { } damage)
            {
                throw new CommandFailedException($"'{file.Name}' is damaged ({damage}): use another backup.");
            }
        }

        return manifest;
    }

    private static void RefuseToOverwrite(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new CommandFailedException($"'{folder}' is there already: name a new folder for the backup.");
        }
    }

    private void RefuseMissing(IReadOnlyList<string> services)
    {
        if (storage.Engine == StorageEngine.Sqlite && services.FirstOrDefault(service => !File.Exists(Path.Combine(storage.Path, $"{service}.db"))) is { } missing)
        {
            throw new CommandFailedException($"There is no {missing}.db in '{storage.Path}': name the folder of the databases with --data, or one service with --service.");
        }
    }

    private async Task<IReadOnlyList<BackupFile>> CopySettingsAsync(string folder, CancellationToken ct)
    {
        var copied = new List<BackupFile>();
        foreach (var name in PlatformDatabases.Settings.Where(name => storage.Engine == StorageEngine.Sqlite && File.Exists(Path.Combine(storage.Path, name))))
        {
            File.Copy(Path.Combine(storage.Path, name), Path.Combine(folder, name));
            copied.Add(await BackupFiles.DescribeAsync(folder, name, new Dictionary<string, long>(StringComparer.Ordinal), ct));
        }

        return copied;
    }
}
