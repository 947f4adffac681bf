namespace NewsPlatform.Hosting.Storage;

/// <summary>Facts in the <c>meta</c> table of a service's SQLite file.</summary>
public sealed class SqliteFacts(SqliteDatabase database) : IServiceFacts
{
    public Task<string?> TryReadAsync(string name, CancellationToken ct) =>
        database.ReadAsync(connection => (string?)connection.Scalar("SELECT value FROM meta WHERE key = $name", ("$name", name)), ct);

    public Task WriteAsync(string name, string value, CancellationToken ct) =>
        database.WriteAsync(
            connection => connection.Execute("INSERT INTO meta (key, value) VALUES ($name, $value) ON CONFLICT (key) DO UPDATE SET value = excluded.value", ("$name", name), ("$value", value)),
            ct);
}
