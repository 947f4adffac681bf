using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.HealRestore;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.Tests.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.HealRestore;

public sealed class SqliteAnsweredArticleStoreTests : AnsweredArticleStoreContract, IDisposable
{
    private readonly SqliteFile _file = new();

    [Fact]
    public async Task What_the_first_version_closed_counts_as_answered_when_its_file_was_brought_forward()
    {
        using var folder = new TempFolder();
        using (var old = new SqliteDatabase(folder.File("old.db"), [SqliteSchema.Migrations[0]]))
        {
            var record = System.Text.Json.JsonSerializer.Serialize(AnArticle.Row("a"), Hosting.Http.JsonDefaults.Options);
            await old.WriteAsync(connection => connection.Execute("INSERT INTO articles (id, version, state, queued_at, record) VALUES ('a', 1, 2, 0, $record)", ("$record", record)), default);
        }

        using var file = new SqliteDatabase(folder.File("old.db"), SqliteSchema.Migrations);
        var rows = await new SqliteArticleStore(file).ReadAnsweredAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, null, 10, default);

        Assert.Equal("a", Assert.Single(rows).Id);
        Assert.Empty(await new SqliteArticleStore(file).ReadAnsweredAsync(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, new(rows[0].AnsweredAt, "a"), 10, default));
    }

    public void Dispose() => _file.Dispose();

    internal override Task<(IArticleStore Articles, IAnsweredArticleStore Answered)> CreateAsync()
    {
        var store = new SqliteArticleStore(_file.Database);
        return Task.FromResult<(IArticleStore, IAnsweredArticleStore)>((store, store));
    }
}
