using Microsoft.Data.Sqlite;
using NewsPlatform.Hosting.Storage;
using SQLitePCL;

namespace NewsPlatform.Hosting.Logs;

/// <summary>An ordered log in a service's SQLite file: one row per entry.</summary>
public sealed class SqliteLogStore(SqliteDatabase database) : IRestorableLog
{
    /// <summary>The log's tables, to be put into the service's migrations.</summary>
    public const string Schema = """
        CREATE TABLE log (
            position INTEGER PRIMARY KEY,
            subject TEXT NOT NULL,
            revision INTEGER NOT NULL,
            kind TEXT NOT NULL,
            payload TEXT NOT NULL,
            at INTEGER NOT NULL);
        CREATE INDEX log_by_subject ON log (subject, revision);
        INSERT OR IGNORE INTO meta (key, value) VALUES ('epoch', lower(hex(randomblob(8))));
        """;

    /// <summary>The table of the entries' bodies, for a log that has any; after <see cref="Schema"/>.</summary>
    public const string BodiesSchema = "CREATE TABLE log_bodies (position INTEGER PRIMARY KEY, body BLOB NOT NULL);";

    private const string Columns = "position, subject, revision, kind, payload, at";
    private const string Bodies = "SELECT position, body FROM log_bodies WHERE position BETWEEN $first AND $last";
    private const string Next = "SELECT coalesce(max(position), 0) + 1 FROM log";

    public Task<string> ReadEpochAsync(CancellationToken ct) =>
        database.ReadAsync(connection => (string)connection.Scalar("SELECT value FROM meta WHERE key = 'epoch'")!, ct);

    public Task<long> ReadNextPositionAsync(CancellationToken ct) => database.ReadAsync(connection => (long)connection.Scalar(Next)!, ct);

    public Task<IReadOnlyDictionary<string, LogEntry>> ReadNewestAsync(IReadOnlyCollection<string> subjects, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<string, LogEntry>>(
            connection =>
            {
                var newest = new Dictionary<string, LogEntry>(StringComparer.Ordinal);
                foreach (var subject in subjects)
                {
                    if (connection.QueryFirst($"SELECT {Columns} FROM log WHERE subject = $subject ORDER BY revision DESC LIMIT 1", Read, ("$subject", subject)) is { } entry)
                    {
                        newest[subject] = entry;
                    }
                }

                return newest;
            },
            ct);

    public Task<bool> TryInsertAsync(long position, IReadOnlyList<LogRecord> entries, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                if ((long)connection.Scalar(Next)! != position)
                {
                    return false;
                }

                for (var i = 0; i < entries.Count; i++)
                {
                    Insert(connection, position + i, entries[i]);
                }

                return true;
            },
            ct);

    public Task<IReadOnlyList<LogEntry>> ReadAsync(long from, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<LogEntry>>(
            connection => connection.Query(
                $"SELECT {Columns} FROM log WHERE position >= $from ORDER BY position LIMIT $limit",
                Read,
                ("$from", from),
                ("$limit", limit)),
            ct);

    public Task<IReadOnlyDictionary<long, byte[]>> ReadBodiesAsync(IReadOnlyList<long> positions, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<long, byte[]>>(
            connection =>
            {
                var bodies = new Dictionary<long, byte[]>(positions.Count);
                for (var (begin, end) = (0, 0); begin < positions.Count; begin = end)
                {
                    // What follows one another is asked for at once: a question costs more than a body.
                    for (end = begin + 1; end < positions.Count && positions[end] == positions[end - 1] + 1; end++)
                    {
                    }

                    foreach (var (position, body) in connection.Query(Bodies, ReadBody, ("$first", positions[begin]), ("$last", positions[end - 1])))
                    {
                        bodies.Add(position, body);
                    }
                }

                return bodies;
            },
            ct);

    public Task TouchAsync(CancellationToken ct) => database.TouchAsync(ct);

    public Task<string> RenewEpochAsync(CancellationToken ct) =>
        database.WriteAsync(connection => (string)connection.Scalar("UPDATE meta SET value = lower(hex(randomblob(8))) WHERE key = 'epoch' RETURNING value")!, ct);

    public Task<bool> TryResumeAsync(long position, LogRecord entry, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                var isFree = (long)connection.Scalar(Next)! <= position;
                if (isFree)
                {
                    Insert(connection, position, entry);
                }

                return isFree;
            },
            ct);

    // Past the reader, which asks of each column first whether it is null: none is, and a start reads millions of rows.
    private static LogEntry Read(SqliteDataReader row)
    {
        var columns = row.Handle!;
        return new LogEntry(
            raw.sqlite3_column_int64(columns, 0),
            raw.sqlite3_column_text(columns, 1).utf8_to_string(),
            raw.sqlite3_column_int64(columns, 2),
            raw.sqlite3_column_text(columns, 3).utf8_to_string(),
            raw.sqlite3_column_text(columns, 4).utf8_to_string(),
            DateTimeOffset.FromUnixTimeMilliseconds(raw.sqlite3_column_int64(columns, 5)));
    }

    private static (long Position, byte[] Body) ReadBody(SqliteDataReader row) => (row.GetInt64(0), row.GetFieldValue<byte[]>(1));

    private static void Insert(SqliteConnection connection, long position, LogRecord entry)
    {
        connection.Execute(
            "INSERT INTO log (position, subject, revision, kind, payload, at) VALUES ($position, $subject, $revision, $kind, $payload, $at)",
            ("$position", position),
            ("$subject", entry.Subject),
            ("$revision", entry.Revision),
            ("$kind", entry.Kind),
            ("$payload", entry.Payload),
            ("$at", entry.At.ToUnixTimeMilliseconds()));
        if (entry.Body is not null)
        {
            connection.Execute("INSERT INTO log_bodies (position, body) VALUES ($position, $body)", ("$position", position), ("$body", entry.Body));
        }
    }
}
