using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.RecordDeadLetter;

namespace NewsPlatform.Ingestion.Storage;

/// <summary>Dead letters in the service's SQLite file.</summary>
internal sealed class SqliteDeadLetterStore(SqliteDatabase database) : IDeadLetterStore
{
    public Task<bool> TryAddAsync(DeadLetter letter, CancellationToken ct) =>
        database.WriteAsync(
            connection => connection.Execute(
                """
                INSERT OR IGNORE INTO dead_letters (id, recorded_at, article_id, revision, record, body)
                VALUES ($id, $at, $article, $revision, $record, $body)
                """,
                ("$id", letter.Id),
                ("$at", letter.RecordedAt.ToUnixTimeMilliseconds()),
                ("$article", letter.ArticleId),
                ("$revision", letter.Revision),
                ("$record", JsonSerializer.Serialize(letter with { Body = [] }, JsonDefaults.Options)),
                ("$body", letter.Body)) == 1,
            ct);

    public Task<DeadLetter?> TryFindAsync(string id, CancellationToken ct) =>
        database.ReadAsync(
            connection => connection.QueryFirst(
                "SELECT record, body FROM dead_letters WHERE id = $id",
                row => Read(row) with { Body = row.GetFieldValue<byte[]>(1) },
                ("$id", id)),
            ct);

    public Task<IReadOnlyList<DeadLetter>> ReadAsync(DeadLetterPosition? after, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<DeadLetter>>(
            connection => connection.Query(
                """
                SELECT record FROM dead_letters
                WHERE recorded_at < $at OR (recorded_at = $at AND id > $id)
                ORDER BY recorded_at DESC, id LIMIT $limit
                """,
                Read,
                ("$at", after?.RecordedAt.ToUnixTimeMilliseconds() ?? long.MaxValue),
                ("$id", after?.Id ?? string.Empty),
                ("$limit", limit)),
            ct);

    public Task<bool> RemoveAsync(string id, CancellationToken ct) =>
        database.WriteAsync(connection => connection.Execute("DELETE FROM dead_letters WHERE id = $id", ("$id", id)) == 1, ct);

    public Task RemoveOfArticlesAsync(IReadOnlyDictionary<string, long> revisionByArticle, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                foreach (var (articleId, revision) in revisionByArticle)
                {
                    connection.Execute(
                        "DELETE FROM dead_letters WHERE article_id = $article AND revision <= $revision",
                        ("$article", articleId),
                        ("$revision", revision));
                }
            },
            ct);

    public Task<long> CountAsync(CancellationToken ct) =>
        database.ReadAsync(connection => (long)connection.Scalar("SELECT count(*) FROM dead_letters")!, ct);

    public Task<DateTimeOffset?> FindOldestAsync(CancellationToken ct) =>
        database.ReadAsync<DateTimeOffset?>(connection => connection.Scalar("SELECT min(recorded_at) FROM dead_letters") is long oldest ? DateTimeOffset.FromUnixTimeMilliseconds(oldest) : null, ct);

    private static DeadLetter Read(SqliteDataReader row) => JsonSerializer.Deserialize<DeadLetter>(row.GetString(0), JsonDefaults.Options)!;
}
