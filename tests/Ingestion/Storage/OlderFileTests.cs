using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.Storage;

/// <summary>The file that version 0.1 left behind: one article published, one withdrawn, one source.</summary>
public sealed class OlderFileTests : IDisposable
{
    private const string Published = "ff8f577a2b38dcd88b3d33a22d3f3ec0";

    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_file_of_version_0_1_is_brought_forward_with_all_that_it_holds()
    {
        using var database = new SqliteDatabase(PackedFile.Unpack(_folder, "ingestion.db", "Ingestion", "Storage", "Samples", "v0.1.db.gz"), SqliteSchema.Migrations);
        var articles = new SqliteArticleStore(database);

        Assert.Equal(new ArticleCounts(Accepted: 2, Pending: 0, Sent: 0, Published: 1, Withdrawn: 1, Dead: 0, Expired: 0), await articles.CountAsync(default));
        var row = (await articles.FindAsync([Published], default))[Published];
        Assert.Equal((1L, ArticleState.Published, 5), (row.Revision, row.State, row.Steps.Count));
        Assert.Equal("Old ferry pier is mended", (await articles.ReadContentsAsync([Published], default))[Published].Content.Title);
        Assert.Equal(Published, (await new SqliteKeyStore(database).FindAsync(["url:news.example/pier"], default)).Values.Single());
        Assert.Equal("Harbour feed", (await new SqliteSourceStore(database).TryFindAsync("harbour-feed", default))?.Name);

        // What the newer schema adds works on the older rows.
        Assert.Equal([Published], (await articles.ReadPublishedBeforeAsync(row.QueuedAt.AddSeconds(1), 10, default)).Select(article => article.Id));
        Assert.Equal([true], await articles.SaveAsync([new ArticleWrite(row with { State = ArticleState.Expired }, ContentChange.Remove)], default));
        Assert.Equal(1, (await articles.CountAsync(default)).Expired);
    }

    public void Dispose() => _folder.Dispose();
}
