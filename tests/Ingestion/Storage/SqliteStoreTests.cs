using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.Storage;

/// <summary>A SQLite file of one test's own.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly TempFolder _folder = new();

    public SqliteFile() => Database = new SqliteDatabase(_folder.File("ingestion.db"), SqliteSchema.Migrations);

    public SqliteDatabase Database { get; }

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteArticleStoreTests : ArticleStoreContract, IDisposable
{
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    internal override Task<IArticleStore> CreateAsync() => Task.FromResult<IArticleStore>(new SqliteArticleStore(_file.Database));
}

public sealed class SqliteKeyStoreTests : KeyStoreContract, IDisposable
{
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    internal override Task<IKeyStore> CreateAsync() => Task.FromResult<IKeyStore>(new SqliteKeyStore(_file.Database));
}

public sealed class SqliteDeadLetterStoreTests : DeadLetterStoreContract, IDisposable
{
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    internal override Task<IDeadLetterStore> CreateAsync() => Task.FromResult<IDeadLetterStore>(new SqliteDeadLetterStore(_file.Database));
}

public sealed class SqliteSourceStoreTests : SourceStoreContract, IDisposable
{
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    internal override Task<ISourceStore> CreateAsync() => Task.FromResult<ISourceStore>(new SqliteSourceStore(_file.Database));
}

public sealed class SqlitePendingPageStoreTests : PendingPageStoreContract, IDisposable
{
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    internal override Task<IPendingPageStore> CreateAsync() => Task.FromResult<IPendingPageStore>(new SqlitePendingPageStore(_file.Database));
}

public sealed class SqliteHostTurnStoreTests : HostTurnStoreContract, IDisposable
{
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    internal override Task<IHostTurnStore> CreateAsync() => Task.FromResult<IHostTurnStore>(new SqliteHostTurnStore(_file.Database));
}

public sealed class SqliteSubscriptionStoreTests : SubscriptionStoreContract, IDisposable
{
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    internal override Task<ISubscriptionStore> CreateAsync() => Task.FromResult<ISubscriptionStore>(new SqliteSubscriptionStore(_file.Database));
}
