using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.NoteSightings;
using NewsPlatform.Publishing.NoteSource;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.PublishStory;
using NewsPlatform.Publishing.ReleaseArticle;
using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Publishing.SpeakReader;
using NewsPlatform.Publishing.Storage;
using NewsPlatform.Publishing.TellArticle;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>A SQLite file of one test's own.</summary>
public sealed class SqliteFile : IDisposable
{
    private readonly TempFolder _folder = new();

    public SqliteFile() => Database = new SqliteDatabase(_folder.File("publishing.db"), SqliteSchema.Migrations);

    public SqliteDatabase Database { get; }

    public void Dispose()
    {
        Database.Dispose();
        _folder.Dispose();
    }
}

public sealed class SqliteArticleReadStoreTests : ArticleReadStoreContract, IDisposable
{
    private readonly SqliteFile _file = new();

    private protected override Task<IArticleReadStore> CreateAsync() => Task.FromResult<IArticleReadStore>(new SqliteArticleReadStore(_file.Database));

    public void Dispose() => _file.Dispose();
}

public sealed class SqliteEmbargoStoreTests : EmbargoStoreContract, IDisposable
{
    private readonly SqliteFile _file = new();

    private protected override Task<(IArticleReadStore Articles, IEmbargoStore Embargoes)> CreateAsync()
    {
        var store = new SqliteArticleReadStore(_file.Database);
        return Task.FromResult<(IArticleReadStore, IEmbargoStore)>((store, store));
    }

    public void Dispose() => _file.Dispose();
}

public sealed class SqliteArticleSearchTests : ArticleSearchContract, IDisposable
{
    private readonly SqliteFile _file = new();

    [Theory]
    [InlineData(null, null, null, "INTEGER PRIMARY KEY")]
    [InlineData("ru", null, null, "VIRTUAL TABLE INDEX")]
    [InlineData(null, "post", null, "VIRTUAL TABLE INDEX")]
    [InlineData(null, null, "bridge", "VIRTUAL TABLE INDEX")]
    public async Task Walks_in_the_order_of_time_and_sorts_nothing_when_newest_come_first(string? language, string? source, string? words, string index)
    {
        var query = new ArticleQuery { Language = language, SourceId = source, Text = words is null ? null : Searching.Typed(words) };
        var selection = SqliteHitSelection.Of(HitQuery.Of(query) with { After = new HitPlace(1, "a") });

        var plan = await _file.Database.ReadAsync(
            connection => connection.Query($"EXPLAIN QUERY PLAN {selection.Newest("h.id")}", row => row.GetString(3), selection.With(10)),
            CancellationToken.None);

        Assert.Contains(index, plan[0], StringComparison.Ordinal);
        Assert.DoesNotContain(plan, step => step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Pages_by_relevance_through_several_slices_give_every_article_once_while_others_come_in()
    {
        const int Articles = 3_300;
        var store = new SqliteArticleReadStore(_file.Database);
        var search = await CreateAsync([.. Enumerable.Range(0, Articles).Select(i => AnArticle.Change(AnArticle.Enriched(
            $"a{i}", title: i % 3 == 0 ? "A bridge" : "A ferry", text: "bridge", publishedAt: AnArticle.Noon.AddMinutes(-i))))]);
        var arrived = 0;

        var paged = await search.PageThroughAsync(
            new ArticleQuery { Text = Searching.Typed("bridge", "en"), Order = ArticleOrder.Relevance, Limit = 200 },
            between: () => store.PutNewerAsync(
                [AnArticle.Change(AnArticle.Enriched($"late{arrived}", text: "bridge", publishedAt: AnArticle.Noon.AddMinutes(-170 * arrived++)))],
                CancellationToken.None));

        Assert.True(arrived > 15);
        Assert.Equal(Articles, paged.Count(id => id[0] == 'a'));
        Assert.Equal(paged.Count, paged.Distinct().Count());
        Assert.Equal("a0", paged[0]);
        Assert.All(paged[..300], id => Assert.Equal(0, id[0] == 'a' ? int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture) % 3 : 0));
    }

    [Fact]
    public async Task Indexes_an_article_under_embargo_only_once_it_is_released()
    {
        var ends = AnArticle.Noon.AddHours(5);
        var store = new SqliteArticleReadStore(_file.Database);
        var search = await CreateAsync(AnArticle.Change(AnArticle.Enriched("a", title: "Lighthouse", embargoedUntil: ends)), AnArticle.Change(AnArticle.Enriched("b")));
        var before = await CountRowsAsync();

        var due = await store.FindDueAsync(ends, 10, CancellationToken.None);
        await store.ShowAsync(due, CancellationToken.None);
        await store.ShowAsync(due, CancellationToken.None);

        Assert.Equal((1, 1), before);
        Assert.Equal((2, 2), await CountRowsAsync());
        var found = await search.FindAsync(new ArticleQuery { Text = Searching.Typed("lighthouse", "en") });
        Assert.Equal("a", Assert.Single(found).ArticleId);
    }

    [Fact]
    public async Task Holds_one_row_of_an_article_whatever_became_of_it()
    {
        await CreateAsync(
            AnArticle.Change(AnArticle.Enriched("a")),
            AnArticle.Change(AnArticle.Enriched("a", revision: 2, publishedAt: AnArticle.Noon.AddHours(-3))),
            AnArticle.Change(AnArticle.Enriched("b")),
            ArticleChanges.Of(AnArticle.Withdrawn("b"), AnArticle.Noon));

        Assert.Equal((1, 1), await CountRowsAsync());
    }

    private Task<(int Hits, int Words)> CountRowsAsync() => _file.Database.ReadAsync(
        connection => ((int)(long)connection.Scalar("SELECT count(*) FROM hits")!, (int)(long)connection.Scalar("SELECT count(*) FROM words WHERE words MATCH '\"all\ue03a\"'")!),
        CancellationToken.None);

    private protected override async Task<IArticleSearch> CreateAsync(params IReadOnlyList<ArticleChange> changes)
    {
        await new SqliteArticleReadStore(_file.Database).PutNewerAsync(changes, CancellationToken.None);
        return new SqliteArticleSearch(_file.Database);
    }

    public void Dispose() => _file.Dispose();
}

public sealed class SqliteArticleCountTests : ArticleCountContract, IDisposable
{
    private readonly SqliteFile _file = new();

    private protected override async Task<IArticleSearch> CreateAsync(params IReadOnlyList<ArticleChange> changes)
    {
        await new SqliteArticleReadStore(_file.Database).PutNewerAsync(changes, CancellationToken.None);
        return new SqliteArticleSearch(_file.Database);
    }

    public void Dispose() => _file.Dispose();
}

public sealed class SqliteArticleRankTests : ArticleRankContract, IDisposable
{
    private readonly SqliteFile _file = new();

    private protected override async Task<IArticleSearch> CreateAsync(params IReadOnlyList<ArticleChange> changes)
    {
        await new SqliteArticleReadStore(_file.Database).PutNewerAsync(changes, CancellationToken.None);
        return new SqliteArticleSearch(_file.Database);
    }

    public void Dispose() => _file.Dispose();
}

public sealed class SqliteHeldArticleStoreTests : HeldArticleStoreContract, IDisposable
{
    private readonly SqliteFile _file = new();

    private protected override Task<(IArticleReadStore Articles, IHeldArticleStore Held)> CreateAsync()
    {
        var store = new SqliteArticleReadStore(_file.Database);
        return Task.FromResult<(IArticleReadStore, IHeldArticleStore)>((store, store));
    }

    public void Dispose() => _file.Dispose();
}

public sealed class SqliteArticleIndexTests : ArticleIndexContract, IDisposable
{
    private readonly SqliteFile _file = new();

    protected override Task OutdateAsync() => _file.Database.WriteAsync(
        connection =>
        {
            connection.Execute("UPDATE hits SET version = 0");
            connection.Execute("DELETE FROM words");
        },
        CancellationToken.None);

    private protected override Task<(IArticleReadStore Articles, IArticleIndex Index, IArticleSearch Search)> CreateAsync() =>
        Task.FromResult<(IArticleReadStore, IArticleIndex, IArticleSearch)>(
            (new SqliteArticleReadStore(_file.Database), new SqliteSearchIndex(_file.Database), new SqliteArticleSearch(_file.Database)));

    public void Dispose() => _file.Dispose();
}

public sealed class SqliteSightingStoreTests : SightingStoreContract, IDisposable
{
    private readonly SqliteFile _file = new();

    private protected override Task<ISightingStore> CreateAsync() => Task.FromResult<ISightingStore>(new SqliteSightingStore(_file.Database));

    public void Dispose() => _file.Dispose();
}

public sealed class SqliteSourceReadStoreTests : SourceReadStoreContract, IDisposable
{
    private readonly SqliteFile _file = new();

    private protected override Task<ISourceReadStore> CreateAsync() => Task.FromResult<ISourceReadStore>(new SqliteSourceReadStore(_file.Database));

    public void Dispose() => _file.Dispose();
}

public sealed class SqliteStoryReadStoreTests : StoryReadStoreContract, IDisposable
{
    private readonly SqliteFile _file = new();

    private protected override Task<(IStoryReadStore Stories, IArticleReadStore Articles)> CreateAsync() =>
        Task.FromResult<(IStoryReadStore, IArticleReadStore)>((new SqliteStoryReadStore(_file.Database), new SqliteArticleReadStore(_file.Database)));

    public void Dispose() => _file.Dispose();
}

public sealed class SqliteReaderStoreTests : ReaderStoreContract, IDisposable
{
    private readonly SqliteFile _file = new();

    private protected override Task<IReaderStore> CreateAsync() => Task.FromResult<IReaderStore>(new SqliteReaderStore(_file.Database));

    public void Dispose() => _file.Dispose();
}

public sealed class SqliteSubscriberStoreTests : SubscriberStoreContract, IDisposable
{
    private readonly SqliteFile _file = new();

    private protected override Task<ISubscriberStore> CreateAsync() => Task.FromResult<ISubscriberStore>(new SqliteSubscriberStore(_file.Database));

    public void Dispose() => _file.Dispose();
}
