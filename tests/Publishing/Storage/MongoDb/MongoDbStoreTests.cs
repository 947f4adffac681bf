using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.PublishStory;
using NewsPlatform.Publishing.ReleaseArticle;
using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Publishing.Storage.MongoDb;
using NewsPlatform.Testing.MongoDb;

namespace NewsPlatform.Publishing.Tests.Storage.MongoDb;

public sealed class MongoDbArticleReadStoreTests : ArticleReadStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Writers_at_the_same_time_end_in_the_newest_revision_and_the_newest_story()
    {
        var database = await _database.OpenIndexedAsync();
        var order = new Random(11);

        await Parallel.ForAsync(0, 8, async (_, ct) =>
        {
            var store = new MongoDbArticleReadStore(database);
            foreach (var version in Shuffled(order))
            {
                await store.PutNewerAsync([AnArticle.Change(AnArticle.Enriched("a", revision: version, title: $"Revision {version}", story: $"s{13 - version}", storyVersion: 13 - version))], ct);
                await store.JoinStoriesAsync([new StoryMembership("b", $"s{version}", version)], ct);
            }
        });
        var held = await new MongoDbArticleReadStore(database).TryFindAsync("a", default);
        var awaited = await new MongoDbArticleReadStore(database).TryFindAsync("b", default);

        Assert.Equal(("Revision 12", 12L, "s12", 12L), (held!.Article!.Content.Title, held.State.Revision, held.State.StoryId, held.State.StoryVersion));
        Assert.Equal(("s12", Standing.Awaited), (awaited!.State.StoryId, awaited.State.Standing));
    }

    private protected override async Task<(IArticleReadStore Articles, IEmbargoStore Embargoes)> CreateAsync()
    {
        var store = new MongoDbArticleReadStore(await _database.OpenIndexedAsync());
        return (store, store);
    }

    private static int[] Shuffled(Random order)
    {
        var versions = Enumerable.Range(1, 12).ToArray();
        lock (order)
        {
            order.Shuffle(versions);
        }

        return versions;
    }
}

public sealed class MongoDbArticleSearchTests : ArticleSearchContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Theory]
    [InlineData(ArticleOrder.Time)]
    [InlineData(ArticleOrder.Relevance)]
    public async Task Finds_a_phrase_behind_more_articles_with_its_words_than_are_checked_at_a_time(object order)
    {
        var search = await CreateAsync([
            .. Enumerable.Range(0, 450).Select(i => AnArticle.Change(AnArticle.Enriched($"a{i:000}", title: "The bridge harbour", text: "Bridge and harbour."))),
            AnArticle.Change(AnArticle.Enriched("phrase", title: "Ferries", text: "They pass the harbour bridge.", publishedAt: AnArticle.Noon.AddDays(-1))),
        ]);

        var found = await search.FindAsync(new ArticleQuery { Text = SearchExpressionParser.Parse("\"harbour bridge\"", "en"), Order = (ArticleOrder)order, Limit = 1 }, default);

        Assert.Equal("phrase", Assert.Single(found).Article.ArticleId);
    }

    private protected override async Task<IArticleSearch> CreateAsync(params IReadOnlyList<ArticleChange> changes)
    {
        var database = await _database.OpenIndexedAsync();
        await new MongoDbArticleReadStore(database).PutNewerAsync(changes, CancellationToken.None);
        return new MongoDbArticleSearch(database);
    }
}

public sealed class MongoDbStoryReadStoreTests : StoryReadStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private protected override async Task<IStoryReadStore> CreateAsync() => new MongoDbStoryReadStore(await _database.OpenIndexedAsync());
}

internal static class IndexedDatabase
{
    public static async Task<MongoDatabaseContext> OpenIndexedAsync(this MongoTestDatabase database)
    {
        var context = database.Open();
        await PublishingService.CreateIndexesAsync(context, default);
        return context;
    }
}
