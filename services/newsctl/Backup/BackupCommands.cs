using System.CommandLine;
using System.Globalization;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Backup;

/// <summary><c>newsctl backup</c> and <c>newsctl restore</c>: the databases themselves, not the API.</summary>
internal static class BackupCommands
{
    private static readonly Argument<string> Folder = new("FOLDER") { Description = "The backup's folder." };

    private static readonly Option<string?> Service = new("--service") { Description = "Only this service's database: ingestion, enrichment or publishing. Default: all.", HelpName = "SERVICE" };

    private static readonly Option<string?> Data = new("--data") { Description = "Folder of the SQLite files. Default: Storage__Path, else ./data.", HelpName = "FOLDER" };

    private static readonly Option<string?> MongoDb = new("--mongodb") { Description = "MongoDB's address. Default: Storage__MongoDb__ConnectionString when Storage__Engine is MongoDb.", HelpName = "ADDRESS" };

    private static readonly Option<string?> Prefix = new("--prefix") { Description = "Prefix of the MongoDB databases. Default: Storage__MongoDb__DatabasePrefix, else newsplatform.", HelpName = "PREFIX" };

    private static readonly Option<bool> Verify = new("--verify") { Description = "Make none: check that the backup in FOLDER is what was written." };

    private static readonly Option<int?> Keep = new("--keep") { Description = "Then delete the oldest backups of the same databases beside FOLDER until so many are left, at least 1.", HelpName = "NUMBER" };

    private static readonly Option<bool> Yes = new("--yes") { Description = "The services are stopped (MongoDB cannot tell by itself)." };

    public static Command CreateBackup(CommandFactory factory) => factory.Command(
        "backup",
        "Copy the databases of a running platform into a new folder, with a manifest of sizes, hashes and counts.",
        [Folder, Service, Data, MongoDb, Prefix, Keep, Verify],
        BackUpAsync);

    public static Command CreateRestore(CommandFactory factory) => factory.Command(
        "restore",
        "Put a backup, or one service's database of it, into the place of the present databases (which are kept aside) while the services are stopped; at their next start they heal what was lost in between.",
        [Folder, Service, Data, MongoDb, Prefix, Yes],
        RestoreAsync);

    private static Task<int> BackUpAsync(CommandRun run, CancellationToken ct) => GuardAsync(async () =>
    {
        if (run.Get(Keep) is { } few && (few < 1 || run.Get(Verify)))
        {
            throw new WrongUsageException($"--keep is '{few}': give a number from 1, and not beside --verify.");
        }

        var backups = new BackupRun(StorageOf(run), run.Around.Clock);
        var folder = run.Around.PathOf(run.Need(Folder));
        var manifest = run.Get(Verify)
            ? await backups.VerifyAsync(folder, ct)
            : await backups.WriteAsync(folder, PlatformDatabases.Choose(run.Get(Service)), ct);
        var deleted = run.Get(Keep) is { } keep ? await BackupShelf.KeepAsync(folder, manifest, keep, ct) : [];
        if (run.Json)
        {
            run.Screen.Json(manifest);
            return ExitCodes.Ok;
        }

        run.Screen.Table(
            ["service", "schema", "files", "bytes", "log"],
            [.. manifest.Services.Select(service => (IReadOnlyList<string>)
            [
                service.Service,
                $"{service.Schema}",
                $"{service.Files.Count}",
                service.Files.Sum(file => file.Bytes).ToString("N0", CultureInfo.InvariantCulture),
                service.Epoch is null ? "" : $"{service.Epoch}:{service.NextPosition}",
            ])]);
        run.Screen.Line(run.Get(Verify) ? $"The backup of {manifest.StartedAt:u} is whole." : $"Backed up to {folder}.");
        foreach (var old in deleted)
        {
            run.Screen.Line($"Deleted the old backup {old}.");
        }

        return ExitCodes.Ok;
    });

    private static Task<int> RestoreAsync(CommandRun run, CancellationToken ct) => GuardAsync(async () =>
    {
        var storage = StorageOf(run);
        if (storage.Engine == StorageEngine.MongoDb && !run.Get(Yes))
        {
            throw new WrongUsageException("Stop the services first, then say so with --yes: MongoDB cannot tell whether they still write.");
        }

        var services = PlatformDatabases.Choose(run.Get(Service));
        var restored = await new RestoreRun(storage, run.Around.Clock).RestoreAsync(run.Around.PathOf(run.Need(Folder)), services, ct);
        if (run.Json)
        {
            run.Screen.Json(restored);
            return ExitCodes.Ok;
        }

        foreach (var database in restored)
        {
            run.Screen.Line($"Restored {database.Service}{(database.KeptAs is null ? "" : $"; the one before is {database.KeptAs}")}.");
        }

        run.Screen.Line("Start the services: they heal what was lost since the backup by themselves.");
        return ExitCodes.Ok;
    });

    private static StorageOptions StorageOf(CommandRun run) => PlatformDatabases.Find(run.Get(Data), run.Get(MongoDb), run.Get(Prefix), run.Around);

    private static async Task<int> GuardAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (ConfigurationException unusable)
        {
            throw new CommandFailedException(unusable.Message, unusable);
        }
    }
}
