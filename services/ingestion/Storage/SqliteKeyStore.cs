using Microsoft.Data.Sqlite;
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

    public Task<IReadOnlyList<bool>> TakeAsync(IReadOnlyList<KeyTaking> takings, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<bool>>(connection => [.. takings.Select(taking => Take(connection, taking))], ct);

    private static bool Take(SqliteConnection connection, KeyTaking taking)
    {
        if (taking.Keys.Any(key => connection.Scalar(Find, ("$key", key)) is string owner && owner != taking.ArticleId && taking.Unmade?.Contains(owner) != true))
            return false;

        foreach (var key in taking.Keys)
            connection.Execute("INSERT INTO keys (key, article_id) VALUES ($key, $id) ON CONFLICT (key) DO UPDATE SET article_id = $id", ("$key", key), ("$id", taking.ArticleId));

        return true;
    }
}
