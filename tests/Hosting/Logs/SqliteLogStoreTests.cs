using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Hosting.Tests.Logs;

public sealed class SqliteLogStoreTests : LogStoreContract, IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly List<SqliteDatabase> _open = [];

    public void Dispose()
    {
        _open.ForEach(database => database.Dispose());
        _folder.Dispose();
    }

    protected override Task<ILogStore> CreateAsync() => OpenAgainAsync();

    protected override Task<ILogStore> OpenAgainAsync()
    {
        var database = new SqliteDatabase(_folder.File("log.db"), [SqliteLogStore.Schema, SqliteLogStore.BodiesSchema]);
        _open.Add(database);
        return Task.FromResult<ILogStore>(new SqliteLogStore(database));
    }
}
