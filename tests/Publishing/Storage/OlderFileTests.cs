using Microsoft.Extensions.Logging.Abstractions;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Publishing.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>The file that version 0.1 left behind: one article visible, one withdrawn.</summary>
public sealed class OlderFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_file_of_version_0_1_is_brought_forward_with_all_that_it_holds()
    {
        using var database = new SqliteDatabase(PackedFile.Unpack(_folder, "publishing.db", "Publishing", "Storage", "Samples", "v0.1.db.gz"), SqliteSchema.Migrations);
        var store = new SqliteArticleReadStore(database);
        var ct = CancellationToken.None;
        using var renewal = new IndexRenewal(new SqliteSearchIndex(database), new SqliteFacts(database), TimeProvider.System, NullLogger<IndexRenewal>.Instance);
        await renewal.RenewAsync(ct);

        var visible = await store.TryFindAsync("ff8f577a2b38dcd88b3d33a22d3f3ec0", ct);
        var withdrawn = await store.TryFindAsync("ec9f22abc7cbc7248d16364feb056caf", ct);
        var found = await new SqliteArticleSearch(database).FindAsync(new ArticleQuery { Text = Searching.Typed("carpenters", "en") });
        var log = await new OrderedLog(new SqliteLogStore(database)).ReadAsync(1, 10, ct);

        Assert.Equal((Standing.Visible, "Old ferry pier is mended", 1), (visible!.State.Standing, visible.Article!.Content.Title, visible.Article.Content.Body.Count));
        Assert.Equal((Standing.Withdrawn, 2L, "wrong market"), (withdrawn!.State.Standing, withdrawn.State.Revision, withdrawn.State.WithdrawalReason));
        Assert.Equal(["ff8f577a2b38dcd88b3d33a22d3f3ec0"], found.Select(one => one.ArticleId));
        Assert.Equal(["published", "published", "withdrawn"], log.Select(entry => entry.Kind));
    }

    [Fact]
    public async Task Entities_that_stood_beside_the_hits_are_counted_before_the_index_is_renewed()
    {
        IReadOnlyList<string> older = [.. SqliteSchema.Migrations.TakeWhile(migration => migration != SqliteSearchIndex.HitsKnowTheirWords)];
        using (var database = new SqliteDatabase(_folder.File("publishing.db"), older))
        {
            await database.WriteAsync(
                connection =>
                {
                    connection.Execute("INSERT INTO hits (key, article, id, source_id, language, is_duplicate, version) VALUES (7, 1, 'a', 'post', 'en', 0, 1), (8, 2, 'b', 'post', 'en', 0, 1)");
                    connection.Execute("INSERT INTO hit_entities VALUES (7, 'entity:mara', 'Mara', 'PER'), (7, 'entity:tidewater', 'Tidewater', 'LOC'), (8, 'entity:mara', 'Mara', 'PER')");
                },
                CancellationToken.None);
        }

        using var current = new SqliteDatabase(_folder.File("publishing.db"), SqliteSchema.Migrations);
        var counted = await new SqliteArticleSearch(current).CountEntitiesAsync(new ArticleQuery(), 100, CancellationToken.None);

        Assert.Equal([new EntityCount("Mara", "PER", 2), new EntityCount("Tidewater", "LOC", 1)], counted);
    }

    public void Dispose() => _folder.Dispose();
}
