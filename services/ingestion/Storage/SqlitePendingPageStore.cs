using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.PollSources;

namespace NewsPlatform.Ingestion.Storage;

/// <summary>Pending pages in the service's SQLite file.</summary>
internal sealed class SqlitePendingPageStore(SqliteDatabase database) : IPendingPageStore
{
    public Task PutAsync(IReadOnlyList<PendingPage> pages, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                foreach (var page in pages)
                    Put(connection, page);
            },
            ct);

    public Task<IReadOnlyList<PendingPage>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<PendingPage>>(
            connection => connection.Query(
                """
                SELECT record, version FROM pending_pages WHERE given_up = 0 AND next_attempt_at <= $now
                ORDER BY next_attempt_at, id LIMIT $limit
                """,
                Read,
                ("$now", now.ToUnixTimeMilliseconds()),
                ("$limit", limit)),
            ct);

    public Task<IReadOnlyList<PendingPage>> ReadClaimedAsync(string owner, DateTimeOffset now, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<PendingPage>>(
            connection => connection.Query(
                """
                SELECT record, version FROM pending_pages
                WHERE given_up = 0 AND next_attempt_at > $now AND json_extract(record, '$.claimedBy') = $owner
                """,
                Read,
                ("$now", now.ToUnixTimeMilliseconds()),
                ("$owner", owner)),
            ct);

    public Task<bool> TrySaveAsync(PendingPage page, CancellationToken ct) =>
        database.WriteAsync(
            connection => connection.Execute(
                """
                UPDATE pending_pages SET version = version + 1, given_up = $givenUp, next_attempt_at = $next, record = $record
                WHERE id = $id AND version = $version
                """,
                ("$givenUp", page.GivenUp),
                ("$next", page.NextAttemptAt.ToUnixTimeMilliseconds()),
                ("$record", Write(page)),
                ("$id", page.Id),
                ("$version", page.Version)) == 1,
            ct);

    public Task<bool> TryRemoveAsync(string id, long version, CancellationToken ct) =>
        database.WriteAsync(
            connection => connection.Execute(
                "DELETE FROM pending_pages WHERE id = $id AND version = $version", ("$id", id), ("$version", version)) == 1,
            ct);

    public Task<int> RemoveGivenUpAsync(DateTimeOffset before, int limit, CancellationToken ct) =>
        database.WriteAsync(
            connection => connection.Execute(
                "DELETE FROM pending_pages WHERE id IN (SELECT id FROM pending_pages WHERE given_up = 1 AND next_attempt_at < $before LIMIT $limit)",
                ("$before", before.ToUnixTimeMilliseconds()),
                ("$limit", limit)),
            ct);

    public Task<IReadOnlyList<PendingPage>> ReadOfSourceAsync(string sourceId, string? afterId, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<PendingPage>>(
            connection => connection.Query(
                "SELECT record, version FROM pending_pages WHERE source_id = $source AND id > $after ORDER BY id LIMIT $limit",
                Read,
                ("$source", sourceId),
                ("$after", afterId ?? string.Empty),
                ("$limit", limit)),
            ct);

    public Task RemoveOfSourceAsync(string sourceId, CancellationToken ct) =>
        database.WriteAsync(connection => connection.Execute("DELETE FROM pending_pages WHERE source_id = $source", ("$source", sourceId)), ct);

    public Task<PageCounts> CountAsync(CancellationToken ct) =>
        database.ReadAsync(
            connection => new PageCounts(
                (long)connection.Scalar("SELECT count(*) FROM pending_pages WHERE given_up = 0")!,
                (long)connection.Scalar("SELECT count(*) FROM pending_pages WHERE given_up = 1")!),
            ct);

    private static void Put(SqliteConnection connection, PendingPage page) =>
        connection.Execute(
            """
            INSERT INTO pending_pages (id, version, source_id, given_up, next_attempt_at, record) VALUES ($id, 1, $source, 0, $next, $record)
            ON CONFLICT (id) DO UPDATE SET version = version + 1, given_up = 0, next_attempt_at = excluded.next_attempt_at, record = excluded.record
            """,
            ("$id", page.Id),
            ("$source", page.SourceId),
            ("$next", page.NextAttemptAt.ToUnixTimeMilliseconds()),
            ("$record", Write(page with { Attempts = 0, GivenUp = false, ClaimedBy = null, LastError = null })));

    private static string Write(PendingPage page) => JsonSerializer.Serialize(page, JsonDefaults.Options);

    private static PendingPage Read(SqliteDataReader row) =>
        JsonSerializer.Deserialize<PendingPage>(row.GetString(0), JsonDefaults.Options)! with { Version = row.GetInt64(1) };
}
