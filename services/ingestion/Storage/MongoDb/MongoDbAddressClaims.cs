using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ManageSources;

namespace NewsPlatform.Ingestion.Storage.MongoDb;

/// <summary>
/// Which source has an address: <c>{_id: address, sourceId}</c>. A claim holds only while its source is there and has that address, so that a claim
/// left behind by a kill, a removal or a change of address can be taken over.
/// </summary>
internal sealed class MongoDbAddressClaims(MongoDatabaseContext database)
{
    private static readonly FilterDefinitionBuilder<BsonDocument> Where = Builders<BsonDocument>.Filter;

    private readonly IMongoCollection<BsonDocument> _claims = database.Database.GetCollection<BsonDocument>("sourceAddresses");

    /// <summary>Claims the source's address, or returns the source that has it.</summary>
    public async Task<Source?> ClaimOrFindHolderAsync(Source source, Func<string, Task<Source?>> find, CancellationToken ct)
    {
        var address = AddressOf(source);
        while (!await _claims.TryInsertAsync(new BsonDocument { ["_id"] = address, ["sourceId"] = source.Id }, ct))
        {
            var claim = await _claims.Find(Where.Eq("_id", address)).FirstOrDefaultAsync(ct);
            if (claim is null)
            {
                continue;
            }

            var holderId = claim["sourceId"].AsString;
            if (await find(holderId) is { } holder && AddressOf(holder) == address)
            {
                return holder;
            }

            var taken = await _claims.UpdateOneAsync(Where.Eq("_id", address) & Where.Eq("sourceId", holderId), Builders<BsonDocument>.Update.Set("sourceId", source.Id), cancellationToken: ct);
            if (taken.MatchedCount == 1)
            {
                return null;
            }
        }

        return null;
    }

    private static string AddressOf(Source source) => UrlKey.Of(source.Url) ?? source.Url.AbsoluteUri;
}
