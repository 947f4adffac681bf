using MongoDB.Bson;
using MongoDB.Driver;
using NewsPlatform.Hosting.Storage.MongoDb;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.NoteSightings;
using NewsPlatform.Publishing.NoteSource;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.PublishStory;
using NewsPlatform.Publishing.ReleaseArticle;
using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Publishing.SpeakReader;
using NewsPlatform.Publishing.Storage.MongoDb;
using NewsPlatform.Publishing.TellArticle;
using NewsPlatform.Testing.MongoDb;

namespace NewsPlatform.Publishing.Tests.Storage.MongoDb;

public sealed class MongoDbArticleReadStoreTests : ArticleReadStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    [Fact]
    public async Task Writers_at_the_same_time_end_in_the_newest_revision_and_the_newest_story()
    {
        var store = new MongoDbArticleReadStore(await _database.OpenIndexedAsync());
        var ids = Enumerable.Range(0, 120).Select(i => $"a{i}").ToList();
        await store.JoinStoriesAsync([.. ids.Where((_, i) => i % 2 == 0).Select(id => new StoryMembership(id, "s1", 1))], default);

        await Parallel.ForEachAsync(ids, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (id, ct) => await Task.WhenAll(
            store.PutNewerAsync([AnArticle.Change(AnArticle.Enriched(id, revision: 2, story: "s2", storyVersion: 2))], ct),
            store.PutNewerAsync([AnArticle.Change(AnArticle.Enriched(id, revision: 1, story: "s4", storyVersion: 4))], ct),
            store.JoinStoriesAsync([new StoryMembership(id, "s5", 5)], ct)));

        var held = await store.ReadStatesAsync(ids, default);
        Assert.Equal(ids.Count, held.Count);
        Assert.All(held, state => Assert.Equal((2L, "s5", 5L), (state.Revision, state.StoryId, state.StoryVersion)));
    }

    private protected override async Task<IArticleReadStore> CreateAsync() => new MongoDbArticleReadStore(await _database.OpenIndexedAsync());
}

public sealed class MongoDbEmbargoStoreTests : EmbargoStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private protected override async Task<(IArticleReadStore Articles, IEmbargoStore Embargoes)> CreateAsync()
    {
        var store = new MongoDbArticleReadStore(await _database.OpenIndexedAsync());
        return (store, store);
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

        var found = await search.FindAsync(new ArticleQuery { Text = Searching.Typed("\"harbour bridge\"", "en"), Order = (ArticleOrder)order, Limit = 1 });

        Assert.Equal("phrase", Assert.Single(found).ArticleId);
    }

    [Fact]
    public async Task A_word_in_the_title_outweighs_several_in_a_text_as_long()
    {
        var search = await CreateAsync([
            AnArticle.Change(AnArticle.Enriched("text", title: "A ferry", text: "It passes a bridge, a bridge and a bridge.")),
            AnArticle.Change(AnArticle.Enriched("title", title: "A bridge", text: "Nothing is told of it here on this page.")),
        ]);

        var found = await search.FindAsync(new ArticleQuery { Text = Searching.Typed("bridge", "en"), Order = ArticleOrder.Relevance });

        Assert.Equal(["title", "text"], found.Select(hit => hit.ArticleId));
    }

    private protected override Task<IArticleSearch> CreateAsync(params IReadOnlyList<ArticleChange> changes) => _database.SearchAsync(changes);
}

public sealed class MongoDbArticleCountTests : ArticleCountContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private protected override Task<IArticleSearch> CreateAsync(params IReadOnlyList<ArticleChange> changes) => _database.SearchAsync(changes);
}

public sealed class MongoDbArticleRankTests : ArticleRankContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private protected override Task<IArticleSearch> CreateAsync(params IReadOnlyList<ArticleChange> changes) => _database.SearchAsync(changes);
}

public sealed class MongoDbHeldArticleStoreTests : HeldArticleStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private protected override async Task<(IArticleReadStore Articles, IHeldArticleStore Held)> CreateAsync()
    {
        var store = new MongoDbArticleReadStore(await _database.OpenIndexedAsync());
        return (store, store);
    }
}

public sealed class MongoDbArticleIndexTests : ArticleIndexContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    [Fact]
    public async Task A_newer_decision_that_comes_amid_the_renewal_stays()
    {
        var (articles, index, search) = await CreateAsync();
        var copies = Enumerable.Range(0, 60).Select(i => AnArticle.Enriched($"copy{i:00}")).ToList();
        await articles.PutNewerAsync([AnArticle.Change(AnArticle.Enriched("first"))], default);
        for (var decision = 1; decision <= 20; decision++)
        {
            var repeats = decision % 2 == 0;
            var decided = copies.ConvertAll(copy => AnArticle.Change(copy with { StoryVersion = decision, DuplicateOf = repeats ? "first" : null }));
            await OutdateAsync();

            await Task.WhenAll(index.RenewAsync(null, 100, default), articles.PutNewerAsync(decided, default));
            await index.RenewAsync(null, 100, default);

            Assert.Equal(repeats ? 1 : 61, await search.CountAsync(new ArticleQuery { WithDuplicates = false }, 100, default));
        }
    }

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    protected override Task OutdateAsync() => MongoDbArticleDocuments.Of(_database.Open()).UpdateManyAsync(
        Builders<BsonDocument>.Filter.Exists("indexed"), new BsonDocument { ["$set"] = new BsonDocument("indexed", 0), ["$unset"] = new BsonDocument("terms", "") });

    private protected override async Task<(IArticleReadStore Articles, IArticleIndex Index, IArticleSearch Search)> CreateAsync()
    {
        var database = await _database.OpenIndexedAsync();
        return (new MongoDbArticleReadStore(database), new MongoDbArticleIndex(database), new MongoDbArticleSearch(database));
    }
}

public sealed class MongoDbStoryReadStoreTests : StoryReadStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private protected override async Task<(IStoryReadStore Stories, IArticleReadStore Articles)> CreateAsync()
    {
        var database = await _database.OpenIndexedAsync();
        return (new MongoDbStoryReadStore(database), new MongoDbArticleReadStore(database));
    }
}

public sealed class MongoDbSightingStoreTests : SightingStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private protected override async Task<ISightingStore> CreateAsync() => new MongoDbSightingStore(await _database.OpenIndexedAsync());
}

public sealed class MongoDbSourceReadStoreTests : SourceReadStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private protected override async Task<ISourceReadStore> CreateAsync() => new MongoDbSourceReadStore(await _database.OpenIndexedAsync());
}

public sealed class MongoDbSubscriberStoreTests : SubscriberStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private protected override async Task<ISubscriberStore> CreateAsync() => new MongoDbSubscriberStore(await _database.OpenIndexedAsync());
}

internal static class IndexedDatabase
{
    public static async Task<MongoDatabaseContext> OpenIndexedAsync(this MongoTestDatabase database)
    {
        var context = database.Open();
        await PublishingService.CreateIndexesAsync(context, default);
        return context;
    }

    public static async Task<IArticleSearch> SearchAsync(this MongoTestDatabase database, IReadOnlyList<ArticleChange> articles)
    {
        var context = await database.OpenIndexedAsync();
        await new MongoDbArticleReadStore(context).PutNewerAsync(articles, CancellationToken.None);
        return new MongoDbArticleSearch(context);
    }
}

public sealed class MongoDbReaderStoreTests : ReaderStoreContract, IAsyncDisposable
{
    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();

    public ValueTask DisposeAsync() => _database.DisposeAsync();

    private protected override async Task<IReaderStore> CreateAsync() => new MongoDbReaderStore(await _database.OpenIndexedAsync());
}
