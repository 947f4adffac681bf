using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Restores;

namespace NewsPlatform.Hosting.Storage.MongoDb;

/// <summary>
/// Brings a database's indexes and documents forward; the version stands in <c>meta</c>. A step is raised to after it is done: killed in
/// between, or with two processes starting at once, it is done again, so a step must be one that may be repeated.
/// </summary>
public static class MongoDbMigrations
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;

    /// <param name="database">The service's database.</param>
    /// <param name="steps">Forward only; number n brings version n - 1 to n.</param>
    /// <param name="ct">Ends the waiting.</param>
    /// <exception cref="ConfigurationException">The database was written by a newer version.</exception>
    public static async Task ApplyAsync(MongoDatabaseContext database, IReadOnlyList<Func<MongoDatabaseContext, CancellationToken, Task>> steps, CancellationToken ct)
    {
        await MongoDbRestoreGuard.RefuseAsync(database, ct);
        var meta = database.Database.GetCollection<BsonDocument>(MongoDatabaseContext.MetaCollection);
        var version = (await meta.Find(Where.Eq("_id", "schema")).FirstOrDefaultAsync(ct))?["version"].ToInt32() ?? 0;
        if (version > steps.Count)
            throw new ConfigurationException($"The database '{database.Database.DatabaseNamespace.DatabaseName}' has schema {version}, this program knows {steps.Count}: it was written by a newer version; run that one.");

        // The first step makes the indexes; it is done at every start, for a database that was restored without them.
        await steps[0](database, ct);
        for (var next = Math.Max(1, version); next < steps.Count; next++)
            await steps[next](database, ct);

        // Never lowered, whoever comes last.
        await meta.UpsertAsync(Where.Eq("_id", "schema"), Builders<BsonDocument>.Update.Max("version", steps.Count), ct);
    }
}
