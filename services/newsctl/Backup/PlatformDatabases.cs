using NewsPlatform.Enrichment;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion;
using NewsPlatform.Newsctl.CommandLine;
using NewsPlatform.Publishing;

namespace NewsPlatform.Newsctl.Backup;

/// <summary>The platform's databases: whose they are and where they stand.</summary>
internal static class PlatformDatabases
{
    public const string All = "all";

    /// <summary>In the order in which they are copied. Any order heals: what a later copy holds and an earlier one lacks is told after a restore.</summary>
    public static readonly IReadOnlyList<string> Services = [IngestionService.Name, EnrichmentService.Name, PublishingService.Name];

    /// <summary>Files of the data folder that are no secret and that a platform needs to go on as it was.</summary>
    public static readonly IReadOnlyList<string> Settings = ["edition-port"];

    /// <summary>The services that <c>--service</c> names.</summary>
    public static IReadOnlyList<string> Choose(string? service) => service switch
    {
        null or All => Services,
        _ when Services.Contains(service, StringComparer.Ordinal) => [service],
        _ => throw new WrongUsageException($"--service is '{service}': give {string.Join(", ", Services)} or {All}."),
    };

    /// <summary>The newest schema of the service that this program can restore.</summary>
    public static int NewestSchema(string service, StorageEngine engine) => (service, engine) switch
    {
        (IngestionService.Name, StorageEngine.Sqlite) => IngestionService.SqliteSchemaVersion,
        (EnrichmentService.Name, StorageEngine.Sqlite) => EnrichmentService.SqliteSchemaVersion,
        (PublishingService.Name, StorageEngine.Sqlite) => PublishingService.SqliteSchemaVersion,

        // A MongoDB database is brought forward, or refused as too new, by its service at start.
        _ => int.MaxValue,
    };

    /// <summary>Where the services keep their data: by the options, else by the services' own environment variables.</summary>
    public static StorageOptions Find(string? data, string? mongoDb, string? prefix, Surroundings around)
    {
        if (data is not null && mongoDb is not null)
        {
            throw new WrongUsageException("--data and --mongodb are two places: give the one where the platform's data is.");
        }

        var connection = mongoDb ?? Setting("Storage__MongoDb__ConnectionString", around);
        var isMongoDb = mongoDb is not null || (data is null && string.Equals(Setting("Storage__Engine", around), nameof(StorageEngine.MongoDb), StringComparison.OrdinalIgnoreCase));
        if (isMongoDb && string.IsNullOrWhiteSpace(connection))
        {
            throw new WrongUsageException("Storage__Engine is MongoDb but no server is named: give --mongodb or Storage__MongoDb__ConnectionString.");
        }

        return new StorageOptions
        {
            Engine = isMongoDb ? StorageEngine.MongoDb : StorageEngine.Sqlite,
            Path = around.PathOf(data ?? Setting("Storage__Path", around) ?? "data"),
            MongoDb = new MongoDbOptions
            {
                ConnectionString = connection ?? "",
                DatabasePrefix = prefix ?? Setting("Storage__MongoDb__DatabasePrefix", around) ?? new MongoDbOptions().DatabasePrefix,
            },
        };
    }

    private static string? Setting(string name, Surroundings around)
    {
        if (around.Environment(name + "_FILE") is not { Length: > 0 } file)
        {
            return around.Environment(name) is { Length: > 0 } value ? value : null;
        }

        var path = around.PathOf(file);
        return File.Exists(path) ? File.ReadAllText(path).Trim() : throw new WrongUsageException($"{name}_FILE names '{path}', which is not there.");
    }
}
