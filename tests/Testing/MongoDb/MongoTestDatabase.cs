using MongoDB.Driver;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Hosting.Storage.MongoDb;

namespace NewsPlatform.Testing.MongoDb;

/// <summary>A database of one test's own on the server that <c>NEWSPLATFORM_TEST_MONGODB</c> names; dropped with it.</summary>
public sealed class MongoTestDatabase : IAsyncDisposable
{
    private readonly MongoDbOptions _options;
    private readonly List<MongoDatabaseContext> _open = [];

    private MongoTestDatabase(MongoDbOptions options) => _options = options;

    /// <summary>Skips the calling test with the reason when there is no server.</summary>
    public static MongoTestDatabase CreateOrSkip() =>
        new(new MongoDbOptions { ConnectionString = MongoDbAddress.OrSkip(), DatabasePrefix = $"test{Guid.NewGuid():N}"[..20] });

    /// <summary>Opens it, or opens it again as another process would.</summary>
    public MongoDatabaseContext Open()
    {
        var context = new MongoDatabaseContext(_options, "store");
        _open.Add(context);
        return context;
    }

    /// <summary>Drops every database whose name begins with the prefix: what processes of a test made by themselves.</summary>
    public static async Task DropAllAsync(string address, string prefix)
    {
        using var client = new MongoClient(address);
        var names = await (await client.ListDatabaseNamesAsync()).ToListAsync();
        foreach (var name in names.Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            await client.DropDatabaseAsync(name);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_open.FirstOrDefault() is { } context)
        {
            await context.Database.Client.DropDatabaseAsync(context.Database.DatabaseNamespace.DatabaseName);
        }

        _open.ForEach(open => open.Dispose());
    }
}
