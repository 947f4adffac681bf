using MongoDB.Bson;
using MongoDB.Driver;

namespace NewsPlatform.Publishing.Storage.MongoDb;

/// <summary>
/// How a batch is stored where only one document at a time is atomic: read what is held, write what is newer (each write bound to what was read, so that
/// of two writers one loses), and again until nothing is newer than what is held.
/// </summary>
internal static class MongoDbNewerWrites
{
    /// <returns>What is held at the end.</returns>
    public static async Task<TState> WriteNewerAsync<TState>(
        this IMongoCollection<BsonDocument> collection, Func<Task<TState>> read, Func<TState, IEnumerable<WriteModel<BsonDocument>>> decide, CancellationToken ct)
    {
        while (true)
        {
            var held = await read();
            var writes = decide(held).ToList();
            if (writes.Count == 0)
            {
                return held;
            }

            await collection.WriteEachAsync(writes, ct);
        }
    }

    /// <summary>Sends all of them at once and gives back those that did nothing, for another writer inserted their document first.</summary>
    public static async Task<IReadOnlyList<WriteModel<BsonDocument>>> WriteEachAsync(this IMongoCollection<BsonDocument> collection, IReadOnlyList<WriteModel<BsonDocument>> writes, CancellationToken ct)
    {
        if (writes.Count == 0)
        {
            return [];
        }

        try
        {
            await collection.BulkWriteAsync(writes, new BulkWriteOptions { IsOrdered = false }, ct);
            return [];
        }
        catch (MongoBulkWriteException<BsonDocument> raced) when (raced.WriteConcernError is null && raced.WriteErrors.All(error => error.Category == ServerErrorCategory.DuplicateKey))
        {
            return [.. raced.WriteErrors.Select(error => writes[error.Index])];
        }
    }
}
