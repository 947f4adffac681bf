using MongoDB.Bson;
using MongoDB.Driver;

namespace NewsPlatform.Hosting.Storage.MongoDb;

/// <summary>The few writes that every MongoDB store is made of: each touches one document and says whether it did.</summary>
public static class MongoWrites
{
    /// <summary>False when a document of this <c>_id</c> is there already.</summary>
    public static async Task<bool> TryInsertAsync(this IMongoCollection<BsonDocument> collection, BsonDocument document, CancellationToken ct)
    {
        try
        {
            await collection.InsertOneAsync(document, cancellationToken: ct);
            return true;
        }
        catch (MongoWriteException taken) when (taken.WriteError?.Category == ServerErrorCategory.DuplicateKey)
        {
            return false;
        }
    }

    /// <summary>Inserts those that are absent and leaves the others as they are.</summary>
    public static async Task InsertAbsentAsync(this IMongoCollection<BsonDocument> collection, IReadOnlyCollection<BsonDocument> documents, CancellationToken ct)
    {
        if (documents.Count == 0)
        {
            return;
        }

        try
        {
            await collection.InsertManyAsync(documents, new InsertManyOptions { IsOrdered = false }, ct);
        }
        catch (MongoBulkWriteException<BsonDocument> some) when (some.WriteConcernError is null && some.WriteErrors.All(error => error.Category == ServerErrorCategory.DuplicateKey))
        {
            // Those were there before; the others are in.
        }
    }

    /// <summary>An update or insert of one document; two of them that race for the insert end with one inserting and the other updating.</summary>
    public static async Task UpsertAsync(this IMongoCollection<BsonDocument> collection, FilterDefinition<BsonDocument> filter, UpdateDefinition<BsonDocument> update, CancellationToken ct)
    {
        try
        {
            await collection.UpdateOneAsync(filter, update, new UpdateOptions { IsUpsert = true }, ct);
        }
        catch (MongoWriteException raced) when (raced.WriteError?.Category == ServerErrorCategory.DuplicateKey)
        {
            await collection.UpdateOneAsync(filter, update, cancellationToken: ct);
        }
    }

    /// <summary>An index that leads by these fields, all ascending.</summary>
    public static Task IndexAsync(this IMongoCollection<BsonDocument> collection, CancellationToken ct, params string[] fields) =>
        collection.Indexes.CreateOneAsync(new CreateIndexModel<BsonDocument>(new BsonDocument(fields.Select(field => new BsonElement(field, 1)))), cancellationToken: ct);
}
