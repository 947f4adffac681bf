using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Ingestion.Storage;

/// <summary>Keys in the service's SQLite file.</summary>
internal sealed class SqliteKeyStore(SqliteDatabase database) : IKeyStore
{
    private const string Find = "SELECT article_id FROM keys WHERE key = $key";

    public Task<IReadOnlyDictionary<string, string>> FindAsync(IReadOnlyCollection<string> keys, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<string, string>>(
            connection =>
            {
                var owners = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var key in keys)
                {
                    if (connection.Scalar(Find, ("$key", key)) is string owner)
                        owners[key] = owner;
                }

                return owners;
            },
            ct);

    public Task<IReadOnlyDictionary<string, string>> GetOrAddAsync(IReadOnlyDictionary<string, string> articleIdByKey, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyDictionary<string, string>>(
            connection =>
            {
                var owners = new Dictionary<string, string>(StringComparer.Ordinal);
                foreach (var (key, articleId) in articleIdByKey)
                {
                    connection.Execute("INSERT OR IGNORE INTO keys (key, article_id) VALUES ($key, $id)", ("$key", key), ("$id", articleId));
                    owners[key] = (string)connection.Scalar(Find, ("$key", key))!;
                }

                return owners;
            },
            ct);
}
