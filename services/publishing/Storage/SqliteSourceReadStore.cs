using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Contracts.Sources;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.NoteSource;

namespace NewsPlatform.Publishing.Storage;

/// <summary>Reported sources in SQLite.</summary>
internal sealed class SqliteSourceReadStore([FromKeyedServices(SqliteSchema.Service)] SqliteDatabase database) : ISourceReadStore
{
    private const string Put = """
        INSERT INTO sources (id, reported_at, record) VALUES ($id, $reportedAt, $record)
        ON CONFLICT (id) DO UPDATE SET reported_at = excluded.reported_at, record = excluded.record WHERE excluded.reported_at > sources.reported_at
        """;

    public Task PutNewerAsync(IReadOnlyList<SourceReported> reports, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                foreach (var report in reports)
                {
                    connection.Execute(Put, ("$id", report.SourceId), ("$reportedAt", report.ReportedAt.UtcTicks), ("$record", JsonSerializer.Serialize(report, JsonDefaults.Options)));
                }
            },
            ct);

    public Task<IReadOnlyList<SourceReported>> ReadAsync(string? afterId, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<SourceReported>>(
            connection => connection.Query(
                "SELECT record FROM sources WHERE id > $after ORDER BY id LIMIT $limit",
                row => JsonSerializer.Deserialize<SourceReported>(row.GetString(0), JsonDefaults.Options)!,
                ("$after", afterId ?? ""),
                ("$limit", limit)),
            ct);
}
