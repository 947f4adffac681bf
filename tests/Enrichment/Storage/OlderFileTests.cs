using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Enrichment.Tests.Storage;

/// <summary>The file that version 0.1 left behind: two articles assigned, one of them withdrawn again.</summary>
public sealed class OlderFileTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task A_file_of_version_0_1_is_brought_forward_with_all_that_it_holds()
    {
        using var database = new SqliteDatabase(PackedFile.Unpack(_folder, "enrichment.db", "Enrichment", "Storage", "Samples", "v0.1.db.gz"), EnrichmentService.Migrations);

        var entries = await new StoryLog(new OrderedLog(new SqliteLogStore(database))).ReadAsync(1, 10, default);
        var held = await new SqliteAnnouncementStore(database).ReadHeldAsync(["316e0bb15a8664702d7a80d12d7cb13c"], default);

        Assert.Equal([typeof(ArticleAssigned), typeof(ArticleAssigned), typeof(ArticleRemoved)], entries.Select(entry => entry.GetType()));
        Assert.Equal("Old ferry pier is mended", Assert.IsType<ArticleAssigned>(entries[0]).Title);
        Assert.Equal(1, held.Values.Single());
    }

    public void Dispose() => _folder.Dispose();
}
