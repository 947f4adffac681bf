using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Newsctl.Tests.Backup;

/// <summary>A data folder with a database of each service: a log in two of them, notes in all.</summary>
internal sealed class ServiceFiles : IDisposable
{
    private const string Notes = "CREATE TABLE notes (text TEXT NOT NULL);";

    private readonly TempFolder _folder = new();

    public ServiceFiles()
    {
        Write("ingestion", "before");
        Write("enrichment", "before");
        Write("publishing", "before");
    }

    public string Path => _folder.Path;

    public string FileOf(string service) => _folder.File($"{service}.db");

    public SqliteDatabase Open(string service) => new(FileOf(service), [service == "ingestion" ? Notes : SqliteLogStore.Schema + Notes]);

    public void Write(string service, string text)
    {
        using var database = Open(service);
        database.WriteAsync(connection => connection.Execute("INSERT INTO notes (text) VALUES ($text)", ("$text", text)), default).GetAwaiter().GetResult();
    }

    public async Task<IReadOnlyList<string>> NotesAsync(string service)
    {
        using var database = Open(service);
        return await database.ReadAsync(connection => connection.Query("SELECT text FROM notes", row => row.GetString(0)), default);
    }

    public async Task<T> OfAsync<T>(string service, Func<SqliteDatabase, Task<T>> ask)
    {
        using var database = Open(service);
        return await ask(database);
    }

    public void Dispose() => _folder.Dispose();
}
