using NewsPlatform.Hosting.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Hosting.Tests.Storage;

public sealed class SqliteFactsTests : ServiceFactsContract, IDisposable
{
    private readonly TempFolder _folder = new();
    private SqliteDatabase? _database;

    public void Dispose()
    {
        _database?.Dispose();
        _folder.Dispose();
    }

    protected override Task<IServiceFacts> OpenAsync()
    {
        _database?.Dispose();
        _database = new SqliteDatabase(_folder.File("a.db"), []);
        return Task.FromResult<IServiceFacts>(new SqliteFacts(_database));
    }
}
