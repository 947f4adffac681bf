using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.PollSources;

namespace NewsPlatform.Ingestion.Storage;

/// <summary>Sources and their fetch states in the service's SQLite file.</summary>
internal sealed class SqliteSourceStore(SqliteDatabase database) : ISourceStore
{
    private const string Find = "SELECT record, version FROM sources WHERE id = $id";
    private const string FindByAddress = "SELECT record, version FROM sources WHERE address_key = $address";

    public Task<Source?> AddOrFindConflictAsync(Source source, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                var conflict = connection.QueryFirst(FindByAddress, Read, ("$address", AddressOf(source)))
                    ?? connection.QueryFirst(Find, Read, ("$id", source.Id));
                if (conflict is null)
                {
                    connection.Execute(
                        """
                        INSERT INTO sources (id, version, address_key, next_attempt_at, record)
                        VALUES ($id, 1, $address, $next, $record)
                        """,
                        ("$id", source.Id),
                        ("$address", AddressOf(source)),
                        ("$next", source.NextAttemptAt.ToUnixTimeMilliseconds()),
                        ("$record", Write(source)));
                }

                return conflict;
            },
            ct);

    public Task<Source?> TryFindAsync(string id, CancellationToken ct) =>
        database.ReadAsync(connection => connection.QueryFirst(Find, Read, ("$id", id)), ct);

    public Task<IReadOnlyList<Source>> ReadAsync(string? afterId, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Source>>(
            connection => connection.Query(
                "SELECT record, version FROM sources WHERE id > $after ORDER BY id LIMIT $limit",
                Read,
                ("$after", afterId ?? string.Empty),
                ("$limit", limit)),
            ct);

    public Task<IReadOnlyList<Source>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Source>>(
            connection => connection.Query(
                "SELECT record, version FROM sources WHERE next_attempt_at <= $now ORDER BY next_attempt_at, id LIMIT $limit",
                Read,
                ("$now", now.ToUnixTimeMilliseconds()),
                ("$limit", limit)),
            ct);

    public Task<SourceSave> SaveAsync(Source source, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                var holder = connection.QueryFirst(FindByAddress, Read, ("$address", AddressOf(source)));
                if (holder is not null && holder.Id != source.Id)
                    return SourceSave.AddressTaken;

                var changed = connection.Execute(
                    """
                    UPDATE sources SET version = version + 1, address_key = $address, next_attempt_at = $next, record = $record
                    WHERE id = $id AND version = $version
                    """,
                    ("$address", AddressOf(source)),
                    ("$next", source.NextAttemptAt.ToUnixTimeMilliseconds()),
                    ("$record", Write(source)),
                    ("$id", source.Id),
                    ("$version", source.Version));

                return changed == 1 ? SourceSave.Done : SourceSave.Outdated;
            },
            ct);

    public Task<bool> RemoveAsync(string id, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                connection.Execute("DELETE FROM fetch_states WHERE source_id = $id", ("$id", id));
                return connection.Execute("DELETE FROM sources WHERE id = $id", ("$id", id)) == 1;
            },
            ct);

    public Task<FetchState> ReadFetchStateAsync(string sourceId, CancellationToken ct) =>
        database.ReadAsync(
            connection => connection.Scalar("SELECT record FROM fetch_states WHERE source_id = $id", ("$id", sourceId)) is string record
                ? JsonSerializer.Deserialize<FetchState>(record, JsonDefaults.Options)!
                : FetchState.Empty,
            ct);

    public Task SaveFetchStateAsync(string sourceId, FetchState state, CancellationToken ct) =>
        database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT INTO fetch_states (source_id, record) SELECT $id, $record WHERE EXISTS (SELECT 1 FROM sources WHERE id = $id)
                ON CONFLICT (source_id) DO UPDATE SET record = excluded.record
                """,
                ("$id", sourceId),
                ("$record", JsonSerializer.Serialize(state, JsonDefaults.Options))),
            ct);

    private static string AddressOf(Source source) => UrlKey.Of(source.Url) ?? source.Url.AbsoluteUri;

    private static string Write(Source source) => JsonSerializer.Serialize(source, JsonDefaults.Options);

    private static Source Read(SqliteDataReader row) =>
        JsonSerializer.Deserialize<Source>(row.GetString(0), JsonDefaults.Options)! with { Version = row.GetInt64(1) };
}
