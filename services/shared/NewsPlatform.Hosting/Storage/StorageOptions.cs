using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Hosting.Storage;

/// <summary>Where a service keeps its data.</summary>
public sealed class StorageOptions : IValidatableObject
{
    public const string Section = "Storage";

    public StorageEngine Engine { get; init; } = StorageEngine.Sqlite;

    /// <summary>Folder of the SQLite files, one per service; created when missing.</summary>
    [Required(AllowEmptyStrings = false)]
    public string Path { get; init; } = "./data";

    public MongoDbOptions MongoDb { get; init; } = new();

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Engine == StorageEngine.MongoDb && string.IsNullOrWhiteSpace(MongoDb.ConnectionString))
        {
            yield return new ValidationResult("Storage:Engine is MongoDb but Storage:MongoDb:ConnectionString is empty: give it a mongodb:// address (environment variable Storage__MongoDb__ConnectionString, or a file named by Storage__MongoDb__ConnectionString_FILE).");
        }
    }
}

/// <summary>Where the MongoDB server is.</summary>
public sealed class MongoDbOptions
{
    public string ConnectionString { get; init; } = "";

    /// <summary>Prefix of the databases, one per service: <c>prefix-service</c>.</summary>
    public string DatabasePrefix { get; init; } = "newsplatform";
}

public enum StorageEngine
{
    Sqlite,
    MongoDb,
}
