using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Enrichment.Storage;

/// <summary>Snapshots in the service's SQLite file, a row a part.</summary>
internal sealed class SqliteStorySnapshotStore(SqliteDatabase database) : IStorySnapshotStore
{
    public const string Schema = """
        CREATE TABLE story_snapshots (
            id TEXT PRIMARY KEY,
            position INTEGER NOT NULL,
            parts INTEGER NOT NULL,
            form TEXT NOT NULL,
            last_entry TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE story_snapshot_parts (
            snapshot TEXT NOT NULL,
            part INTEGER NOT NULL,
            position INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (snapshot, part));
        """;

    public Task<SnapshotHead?> ReadNewestAsync(CancellationToken ct) =>
        database.ReadAsync(
            connection => connection.QueryFirst(
                "SELECT id, position, parts, form, last_entry FROM story_snapshots ORDER BY position DESC, id LIMIT 1",
                row => new SnapshotHead(row.GetString(0), row.GetInt64(1), row.GetInt32(2), row.GetString(3), row.GetString(4))),
            ct);

    public Task<byte[]?> ReadPartAsync(SnapshotHead head, int part, CancellationToken ct) =>
        database.ReadAsync(
            connection => (byte[]?)connection.Scalar("SELECT bytes FROM story_snapshot_parts WHERE snapshot = $id AND part = $part", ("$id", head.Id), ("$part", part)),
            ct);

    public Task SavePartAsync(string snapshotId, long position, int part, byte[] bytes, CancellationToken ct) =>
        database.WriteAsync(
            connection => connection.Execute(
                "INSERT INTO story_snapshot_parts (snapshot, part, position, bytes) VALUES ($id, $part, $position, $bytes)",
                ("$id", snapshotId),
                ("$part", part),
                ("$position", position),
                ("$bytes", bytes)),
            ct);

    public Task SaveHeadAsync(SnapshotHead head, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                connection.Execute(
                    "INSERT INTO story_snapshots (id, position, parts, form, last_entry) VALUES ($id, $position, $parts, $form, $last)",
                    ("$id", head.Id),
                    ("$position", head.Position),
                    ("$parts", head.Parts),
                    ("$form", head.Form),
                    ("$last", head.LastEntry));
                connection.Execute("DELETE FROM story_snapshots WHERE position < $position", ("$position", head.Position));
                connection.Execute("DELETE FROM story_snapshot_parts WHERE position < $position", ("$position", head.Position));
            },
            ct);
}
