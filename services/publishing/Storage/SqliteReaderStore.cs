using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.SpeakReader;

namespace NewsPlatform.Publishing.Storage;

/// <summary>Readers of the Google Reader dialect in SQLite.</summary>
internal sealed class SqliteReaderStore([FromKeyedServices(SqliteSchema.Service)] SqliteDatabase database) : IReaderStore
{
    /// <summary>A profile a reader, a row a marked article, and the numbers of articles.</summary>
    public const string Schema = """
        CREATE TABLE readers (name TEXT PRIMARY KEY, version INTEGER NOT NULL, record TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE reader_marks (
            reader TEXT NOT NULL,
            article_id TEXT NOT NULL,
            key INTEGER NOT NULL,
            read INTEGER,
            starred INTEGER NOT NULL DEFAULT 0,
            PRIMARY KEY (reader, article_id)) WITHOUT ROWID;
        CREATE INDEX reader_marks_read ON reader_marks (reader, key, article_id) WHERE read = 1;
        CREATE INDEX reader_marks_starred ON reader_marks (reader, key, article_id) WHERE starred = 1;
        CREATE TABLE reader_numbers (number INTEGER PRIMARY KEY, article_id TEXT NOT NULL UNIQUE);
        """;

    private const string Put = """
        INSERT INTO readers (name, version, record) VALUES ($name, $version, $record)
        ON CONFLICT (name) DO UPDATE SET version = excluded.version, record = excluded.record WHERE readers.version = excluded.version - 1
        """;

    private const string Mark = """
        INSERT INTO reader_marks (reader, article_id, key, read, starred) VALUES ($reader, $article, $key, $read, coalesce($starred, 0))
        ON CONFLICT (reader, article_id) DO UPDATE SET key = excluded.key, read = coalesce($read, read), starred = coalesce($starred, starred)
        """;

    private const string MarkColumns = "SELECT article_id, key, read, starred FROM reader_marks WHERE reader = $reader";

    public Task<ReaderProfile?> TryFindAsync(string reader, CancellationToken ct) => database.ReadAsync(
        connection => connection.QueryFirst("SELECT record FROM readers WHERE name = $name", row => JsonSerializer.Deserialize<ReaderProfile>(row.GetString(0), JsonDefaults.Options), ("$name", reader)),
        ct);

    public Task<bool> TryPutAsync(string reader, ReaderProfile profile, CancellationToken ct) => database.WriteAsync(
        connection => connection.Execute(Put, ("$name", reader), ("$version", profile.Version), ("$record", JsonSerializer.Serialize(profile, JsonDefaults.Options))) == 1,
        ct);

    public Task MarkAsync(string reader, IReadOnlyCollection<ReaderMark> marks, CancellationToken ct) => database.WriteAsync(
        connection =>
        {
            foreach (var mark in marks)
            {
                connection.Execute(Mark, ("$reader", reader), ("$article", mark.ArticleId), ("$key", mark.Key), ("$read", mark.Read), ("$starred", mark.Starred));
            }
        },
        ct);

    public Task<IReadOnlyDictionary<string, ReaderMark>> ReadMarksAsync(string reader, IReadOnlyCollection<string> articleIds, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<string, ReaderMark>>(
            connection => articleIds.Distinct()
                .Select(id => connection.QueryFirst($"{MarkColumns} AND article_id = $article", Read, ("$reader", reader), ("$article", id)))
                .OfType<ReaderMark>().ToDictionary(mark => mark.ArticleId),
            ct);

    public Task<IReadOnlyList<ReaderMark>> ListMarksAsync(string reader, ReaderMarkQuery query, CancellationToken ct)
    {
        var (order, beyond) = query.OldestFirst ? ("ASC", ">") : ("DESC", "<");
        var after = query.After is null ? "" : $" AND (key, article_id) {beyond} ($key, $article)";
        var sql = $"{MarkColumns} AND {(query.IsStarred ? "starred" : "read")} = 1{after} ORDER BY key {order}, article_id {order} LIMIT $limit";
        return database.ReadAsync<IReadOnlyList<ReaderMark>>(
            connection => connection.Query(sql, Read, [("$reader", reader), ("$limit", query.Limit), .. query.After is { } place ? ((string, object?)[])[("$key", place.Key), ("$article", place.ArticleId)] : []]),
            ct);
    }

    public Task<int> CountMarksAsync(string reader, CancellationToken ct) =>
        database.ReadAsync(connection => (int)(long)connection.Scalar("SELECT count(*) FROM reader_marks WHERE reader = $reader", ("$reader", reader))!, ct);

    public Task ForgetReadAsync(string reader, long upTo, CancellationToken ct) => database.WriteAsync(
        connection =>
        {
            connection.Execute("DELETE FROM reader_marks WHERE reader = $reader AND key <= $key AND starred = 0", ("$reader", reader), ("$key", upTo));
            connection.Execute("UPDATE reader_marks SET read = NULL WHERE reader = $reader AND key <= $key AND read = 0", ("$reader", reader), ("$key", upTo));
        },
        ct);

    public async Task<IReadOnlyDictionary<string, long>> NumberAsync(IReadOnlyCollection<string> articleIds, CancellationToken ct)
    {
        var known = await database.ReadAsync(connection => ReadNumbers(connection, articleIds), ct);
        return known.Count == articleIds.Distinct().Count() ? known : await database.WriteAsync(connection => GiveNumbers(connection, articleIds), ct);
    }

    public Task<IReadOnlyDictionary<long, string>> FindNumberedAsync(IReadOnlyCollection<long> numbers, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<long, string>>(
            connection => numbers.Distinct()
                .Select(number => (Number: number, Article: (string?)connection.Scalar("SELECT article_id FROM reader_numbers WHERE number = $number", ("$number", number))))
                .Where(pair => pair.Article is not null).ToDictionary(pair => pair.Number, pair => pair.Article!),
            ct);

    private static ReaderMark Read(SqliteDataReader row) => new(row.GetString(0), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetBoolean(2), row.GetBoolean(3));

    private static Dictionary<string, long> ReadNumbers(SqliteConnection connection, IReadOnlyCollection<string> articleIds) => articleIds.Distinct()
        .Select(id => (Id: id, Number: connection.Scalar("SELECT number FROM reader_numbers WHERE article_id = $article", ("$article", id))))
        .Where(pair => pair.Number is long).ToDictionary(pair => pair.Id, pair => (long)pair.Number!);

    private static Dictionary<string, long> GiveNumbers(SqliteConnection connection, IReadOnlyCollection<string> articleIds)
    {
        foreach (var id in articleIds.Except(ReadNumbers(connection, articleIds).Keys))
        {
            var number = ReaderNumber.Wish(id);
            while (connection.Execute("INSERT OR IGNORE INTO reader_numbers (number, article_id) VALUES ($number, $article)", ("$number", number), ("$article", id)) == 0)
            {
                number = ReaderNumber.Next(number);
            }
        }

        return ReadNumbers(connection, articleIds);
    }
}
