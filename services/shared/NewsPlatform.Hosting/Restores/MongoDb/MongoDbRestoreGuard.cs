using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Storage.MongoDb;

namespace NewsPlatform.Hosting.Restores;

/// <summary>Keeps services off a database whose collections are being replaced by a restore.</summary>
public static class MongoDbRestoreGuard
{
    /// <summary>Holds one document meanwhile; empty otherwise.</summary>
    public const string Collection = "restoreUnderWay";

    private static readonly FilterDefinition<BsonDocument> Mark = Builders<BsonDocument>.Filter.Eq("_id", "swap");

    public static Task SetAsync(MongoDatabaseContext database, CancellationToken ct) =>
        Of(database).UpsertAsync(Mark, Builders<BsonDocument>.Update.Set("set", true), ct);

    public static Task LiftAsync(MongoDatabaseContext database, CancellationToken ct) => Of(database).DeleteOneAsync(Mark, ct);

    /// <exception cref="ConfigurationException">A restore was ended amid its last step.</exception>
    public static async Task RefuseAsync(MongoDatabaseContext database, CancellationToken ct)
    {
        if (await Of(database).Find(Mark).AnyAsync(ct))
        {
            throw new ConfigurationException($"The database '{database.Database.DatabaseNamespace.DatabaseName}' is half restored: run the same newsctl restore again, it goes through to the end.");
        }
    }

    private static IMongoCollection<BsonDocument> Of(MongoDatabaseContext database) => database.Database.GetCollection<BsonDocument>(Collection);
}
