using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.DeliverChanges;

namespace NewsPlatform.Publishing.Storage;

/// <summary>Subscribers and attempts in SQLite.</summary>
internal sealed class SqliteSubscriberStore([FromKeyedServices(SqliteSchema.Service)] SqliteDatabase database) : ISubscriberStore
{
    public const string Schema = """
        CREATE TABLE subscribers (
            id TEXT PRIMARY KEY,
            kind TEXT NOT NULL,
            version INTEGER NOT NULL,
            due_at INTEGER,
            epoch TEXT NOT NULL,
            position INTEGER NOT NULL,
            record TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX subscribers_by_kind ON subscribers (kind, id);
        CREATE INDEX subscribers_by_due ON subscribers (due_at, id) WHERE due_at IS NOT NULL;
        CREATE TABLE attempts (subscriber_id TEXT NOT NULL, id TEXT NOT NULL, record TEXT NOT NULL, PRIMARY KEY (subscriber_id, id)) WITHOUT ROWID;
        """;

    private const string Insert = """
        INSERT INTO subscribers (id, kind, version, due_at, epoch, position, record) VALUES ($id, $kind, 1, $due, $epoch, $position, $record)
        ON CONFLICT (id) DO NOTHING
        """;

    private const string Update = """
        UPDATE subscribers SET kind = $kind, version = version + 1, due_at = $due, epoch = $epoch, position = $position, record = $record
        WHERE id = $id AND version = $version
        """;

    private const string Trim = """
        DELETE FROM attempts WHERE subscriber_id = $id
            AND (id < $since OR id <= (SELECT id FROM attempts WHERE subscriber_id = $id ORDER BY id DESC LIMIT 1 OFFSET $keep))
        """;

    public Task<Subscriber?> TryFindAsync(string id, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirst("SELECT record, version FROM subscribers WHERE id = $id", Read, ("$id", id)), ct);

    public Task<IReadOnlyList<Subscriber>> ReadAsync(SubscriberKind kind, string? afterId, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Subscriber>>(
            connection => connection.Query(
                "SELECT record, version FROM subscribers WHERE kind = $kind AND id > $after ORDER BY id LIMIT $limit",
                Read,
                ("$kind", kind.ToString()),
                ("$after", afterId ?? ""),
                ("$limit", limit)),
            ct);

    public Task<int> CountAsync(SubscriberKind kind, CancellationToken ct) =>
        database.ReadAsync(connection => (int)(long)connection.Scalar("SELECT COUNT(*) FROM subscribers WHERE kind = $kind", ("$kind", kind.ToString()))!, ct); // a count is a number

    public Task<IReadOnlyList<Subscriber>> ReadDueAsync(IReadOnlyCollection<SubscriberKind> kinds, DateTimeOffset now, LogCursor? tail, int limit, CancellationToken ct)
    {
        // The kinds are an enum's names.
        var isBehind = tail is null ? "" : " AND (position <> $position OR epoch <> $epoch)";
        var sql = $"SELECT record, version FROM subscribers WHERE due_at <= $now AND kind IN ({string.Join(", ", kinds.Select(kind => $"'{kind}'"))}){isBehind} ORDER BY due_at, id LIMIT $limit";
        (string, object?)[] end = tail is { } given ? [("$epoch", given.Epoch), ("$position", given.Position)] : [];
        return database.ReadAsync<IReadOnlyList<Subscriber>>(connection => connection.Query(sql, Read, [("$now", now.UtcTicks), ("$limit", limit), .. end]), ct);
    }

    public Task<bool> TrySaveAsync(Subscriber subscriber, IReadOnlyList<Attempt> attempts, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                var isSaved = connection.Execute(
                    subscriber.Version == 0 ? Insert : Update,
                    ("$id", subscriber.Id),
                    ("$kind", subscriber.Kind.ToString()),
                    ("$version", subscriber.Version),
                    ("$due", subscriber.DueAt?.UtcTicks),
                    ("$epoch", subscriber.Cursor.Epoch),
                    ("$position", subscriber.Cursor.Position),
                    ("$record", JsonSerializer.Serialize(subscriber, JsonDefaults.Options))) == 1;
                foreach (var attempt in isSaved ? attempts : [])
                {
                    connection.Execute(
                        "INSERT OR REPLACE INTO attempts (subscriber_id, id, record) VALUES ($subscriber, $id, $record)",
                        ("$subscriber", subscriber.Id),
                        ("$id", attempt.Id),
                        ("$record", JsonSerializer.Serialize(attempt, JsonDefaults.Options)));
                }

                return isSaved;
            },
            ct);

    public Task<bool> RemoveAsync(string id, long? version, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                var isRemoved = connection.Execute("DELETE FROM subscribers WHERE id = $id AND version = COALESCE($version, version)", ("$id", id), ("$version", version)) == 1;
                if (isRemoved)
                {
                    connection.Execute("DELETE FROM attempts WHERE subscriber_id = $id", ("$id", id));
                }

                return isRemoved;
            },
            ct);

    public Task<IReadOnlyList<Attempt>> ReadAttemptsAsync(string subscriberId, string? beforeId, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Attempt>>(
            connection => connection.Query(
                "SELECT record FROM attempts WHERE subscriber_id = $subscriber AND id < $before ORDER BY id DESC LIMIT $limit",
                row => JsonSerializer.Deserialize<Attempt>(row.GetString(0), JsonDefaults.Options)!,
                ("$subscriber", subscriberId),
                ("$before", beforeId ?? "~"),
                ("$limit", limit)),
            ct);

    public Task TrimAttemptsAsync(string subscriberId, int keep, DateTimeOffset since, CancellationToken ct) =>
        database.WriteAsync(connection => { connection.Execute(Trim, ("$id", subscriberId), ("$keep", keep), ("$since", Attempt.TimeKey(since))); }, ct);

    private static Subscriber Read(SqliteDataReader row) =>
        JsonSerializer.Deserialize<Subscriber>(row.GetString(0), JsonDefaults.Options)! with { Version = row.GetInt64(1) };
}
