using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.SubscribeFeeds;

namespace NewsPlatform.Ingestion.Storage;

/// <summary>Subscriptions in the service's SQLite file.</summary>
internal sealed class SqliteSubscriptionStore(SqliteDatabase database) : ISubscriptionStore
{
    public Task<Subscription?> TryFindAsync(string id, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirst("SELECT record, version FROM subscriptions WHERE id = $id", Read, ("$id", id)), ct);

    public Task<IReadOnlyList<Subscription>> ReadOfSourceAsync(string sourceId, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Subscription>>(
            connection => connection.Query("SELECT record, version FROM subscriptions WHERE source_id = $source ORDER BY id", Read, ("$source", sourceId)), ct);

    public Task<IReadOnlyList<Subscription>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Subscription>>(
            connection => connection.Query(
                "SELECT record, version FROM subscriptions WHERE due_at <= $now ORDER BY due_at, id LIMIT $limit",
                Read,
                ("$now", now.ToUnixTimeMilliseconds()),
                ("$limit", limit)),
            ct);

    public Task<bool> TrySaveAsync(Subscription subscription, CancellationToken ct) =>
        database.WriteAsync(
            connection => connection.Execute(
                subscription.Version == 0
                    ? "INSERT INTO subscriptions (id, version, source_id, due_at, record) VALUES ($id, 1, $source, $due, $record) ON CONFLICT (id) DO NOTHING"
                    : "UPDATE subscriptions SET version = version + 1, source_id = $source, due_at = $due, record = $record WHERE id = $id AND version = $version",
                ("$id", subscription.Id),
                ("$source", subscription.SourceId),
                ("$due", subscription.DueAt.ToUnixTimeMilliseconds()),
                ("$record", JsonSerializer.Serialize(subscription, JsonDefaults.Options)),
                ("$version", subscription.Version)) == 1,
            ct);

    public Task<bool> TryRemoveAsync(string id, long version, CancellationToken ct) =>
        database.WriteAsync(connection => connection.Execute("DELETE FROM subscriptions WHERE id = $id AND version = $version", ("$id", id), ("$version", version)) == 1, ct);

    private static Subscription Read(SqliteDataReader row) =>
        JsonSerializer.Deserialize<Subscription>(row.GetString(0), JsonDefaults.Options)! with { Version = row.GetInt64(1) };
}
