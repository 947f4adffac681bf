using MongoDB.Bson;
using MongoDB.Driver;
using MongoDB.Driver.Core.Events;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Hosting.Storage.MongoDb;

/// <summary>One service's MongoDB database: every write waits for the majority, every read sees what the majority holds, on the primary.</summary>
public sealed class MongoDatabaseContext : IStoreProbe, IDisposable
{
    /// <summary>Small facts of the database itself: the log's epoch, the readiness write.</summary>
    public const string MetaCollection = "meta";

    private static readonly HashSet<string> Writes = new(StringComparer.OrdinalIgnoreCase) { "insert", "update", "delete", "findAndModify" };

    private readonly MongoClient _client;

    /// <param name="options">The server and the prefix of the databases.</param>
    /// <param name="service">Owner; the database is <c>prefix-service</c>.</param>
    public MongoDatabaseContext(MongoDbOptions options, string service)
    {
        MongoClientSettings settings;
        try
        {
            settings = MongoClientSettings.FromConnectionString(options.ConnectionString);
        }
        catch (MongoConfigurationException wrong)
        {
            throw new ConfigurationException($"Storage:MongoDb:ConnectionString is no MongoDB address ({wrong.Message.TrimEnd('.')}): it looks like mongodb://user:password@host:27017/?replicaSet=rs0.", wrong);
        }

        settings.WriteConcern = WriteConcern.WMajority;
        settings.ReadConcern = ReadConcern.Majority;
        settings.ReadPreference = ReadPreference.Primary;
        settings.RetryWrites = settings.RetryWrites && !options.ConnectionString.Contains("retryWrites=false", StringComparison.OrdinalIgnoreCase);
        settings.ApplicationName = $"newsplatform-{service}";
        settings.ClusterConfigurator = cluster => cluster.Subscribe<CommandSucceededEvent>(done =>
        {
            if (Writes.Contains(done.CommandName))
            {
                StoreInstruments.Wrote(service, done.Duration);
            }
        });
        _client = new MongoClient(settings);
        Database = _client.GetDatabase($"{options.DatabasePrefix}-{service}");
    }

    public IMongoDatabase Database { get; }

    public Task TouchAsync(CancellationToken ct) =>
        Database.GetCollection<BsonDocument>(MetaCollection).UpdateOneAsync(
            Builders<BsonDocument>.Filter.Eq("_id", "touched"),
            Builders<BsonDocument>.Update.Inc("value", 1L),
            new UpdateOptions { IsUpsert = true },
            ct);

    public void Dispose() => _client.Dispose();
}
