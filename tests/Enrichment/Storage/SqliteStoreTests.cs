using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Enrichment.Tests.Storage;

public sealed class SqliteAnnouncementStoreTests : AnnouncementStoreContract
{
    private readonly SqliteFile _file = new();

    public override ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    private protected override Task<IAnnouncementStore> CreateAsync() => Task.FromResult<IAnnouncementStore>(new SqliteAnnouncementStore(_file.Database));
}

public sealed class SqliteStoryLogTests : StoryLogContract
{
    private readonly SqliteFile _file = new();

    public override ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override Task<ILogStore> CreateAsync() => Task.FromResult<ILogStore>(new SqliteLogStore(_file.Database));
}

public sealed class SqliteStorySnapshotStoreTests : StorySnapshotStoreContract
{
    private readonly SqliteFile _file = new();

    public override ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    private protected override Task<IStorySnapshotStore> CreateAsync() => Task.FromResult<IStorySnapshotStore>(new SqliteStorySnapshotStore(_file.Database));
}

internal sealed class SqliteFile : IDisposable
{
    private readonly TempFolder _folder = new();

    public SqliteFile() => Database = new SqliteDatabase(_folder.File("enrichment.db"), EnrichmentService.Migrations);

    public SqliteDatabase Database { get; }

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }
}
