using NewsPlatform.Hosting.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Hosting.Tests.Storage;

public sealed class SqliteSchemaTests : SchemaContract, IDisposable
{
    private readonly TempFolder _folder = new();
    private IReadOnlyList<string> _scripts = [];

    public void Dispose() => _folder.Dispose();

    protected override Task OpenAsync(params string[] steps)
    {
        string[] scripts = [.. steps.Select(step => step == Broken ? "CREATE TABLE half (row TEXT); CREATE TABLE" : $"CREATE TABLE {step} (row TEXT)")];
        using var database = new SqliteDatabase(_folder.File("a.db"), scripts);
        _scripts = scripts;
        return Task.CompletedTask;
    }

    protected override async Task KeepAsync(string table, string row)
    {
        using var database = new SqliteDatabase(_folder.File("a.db"), _scripts);
        await database.WriteAsync(connection => connection.Execute($"INSERT INTO {table} VALUES ($row)", ("$row", row)), default);
    }

    protected override Task<IReadOnlyList<string>> RowsAsync(string table) => QueryAsync($"SELECT row FROM {table}");

    protected override Task<IReadOnlyList<string>> TablesAsync() => QueryAsync("SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'meta' ORDER BY name");

    private async Task<IReadOnlyList<string>> QueryAsync(string sql)
    {
        using var database = new SqliteDatabase(_folder.File("a.db"), _scripts);
        return await database.ReadAsync(connection => connection.Query(sql, row => row.GetString(0)), default);
    }
}
