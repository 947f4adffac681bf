using System.Text.Json;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.RespectSites;

namespace NewsPlatform.Ingestion.Storage;

/// <summary>Turns at hosts in the service's SQLite file.</summary>
internal sealed class SqliteHostTurnStore(SqliteDatabase database) : IHostTurnStore
{
    public Task<HostTurn?> TryFindAsync(string host, CancellationToken ct) =>
        database.ReadAsync(
            connection => connection.QueryFirst(
                "SELECT record, version FROM host_turns WHERE host = $host",
                row => JsonSerializer.Deserialize<HostTurn>(row.GetString(0), JsonDefaults.Options)! with { Version = row.GetInt64(1) },
                ("$host", host)),
            ct);

    public Task<bool> TrySaveAsync(HostTurn turn, CancellationToken ct) =>
        database.WriteAsync(
            connection => connection.Execute(
                turn.Version == 0
                    ? "INSERT INTO host_turns (host, version, idle_at, record) VALUES ($host, 1, $idle, $record) ON CONFLICT (host) DO NOTHING"
                    : "UPDATE host_turns SET version = version + 1, idle_at = $idle, record = $record WHERE host = $host AND version = $version",
                ("$host", turn.Host),
                ("$idle", turn.IdleAt.ToUnixTimeMilliseconds()),
                ("$record", JsonSerializer.Serialize(turn, JsonDefaults.Options)),
                ("$version", turn.Version)) == 1,
            ct);

    public Task<int> RemoveIdleAsync(DateTimeOffset before, CancellationToken ct) =>
        database.WriteAsync(connection => connection.Execute("DELETE FROM host_turns WHERE idle_at < $before", ("$before", before.ToUnixTimeMilliseconds())), ct);
}
