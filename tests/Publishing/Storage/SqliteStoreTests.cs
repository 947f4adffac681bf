using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.NoteSightings;
using NewsPlatform.Publishing.NoteSource;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.PublishStory;
using NewsPlatform.Publishing.ReleaseArticle;
using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Publishing.Storage;
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
    [InlineData(null, null, null, null, "articles_by_time")]
    [InlineData("ru", null, null, null, "articles_by_language")]
    [InlineData(null, "post", null, null, "articles_by_source")]
    [InlineData(null, null, "City", null, "PRIMARY KEY")]
    [InlineData(null, null, null, "bridge", "VIRTUAL TABLE INDEX")]
    public async Task Walks_an_index_and_sorts_nothing_when_newest_come_first(string? language, string? source, string? section, string? words, string index)
    {
        var query = new ArticleQuery
        {
            Language = language,
            SourceId = source,
            Section = section,
            Text = words is null ? null : SearchExpressionParser.Parse(words, null),
            After = new PageKey(1, "a"),
        };
        var selection = SqliteArticleSelection.Of(query);

        var plan = await _file.Database.ReadAsync(connection => connection.Query($"EXPLAIN QUERY PLAN {selection.Sql}", row => row.GetString(3), selection.Values), CancellationToken.None);

        Assert.Contains(plan, step => step.Contains(index, StringComparison.Ordinal));
        Assert.DoesNotContain(plan, step => step.Contains("SCAN a", StringComparison.Ordinal) && !step.Contains("INDEX", StringComparison.Ordinal));
        Assert.Equal(words is not null, plan.Any(step => step.Contains("TEMP B-TREE", StringComparison.Ordinal)));
    }

    private protected override async Task<IArticleSearch> CreateAsync(params IReadOnlyList<ArticleChange> changes)
    {
        await new SqliteArticleReadStore(_file.Database).PutNewerAsync(changes, CancellationToken.None);
        return new SqliteArticleSearch(_file.Database);
    }

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

    private protected override Task<IStoryReadStore> CreateAsync() => Task.FromResult<IStoryReadStore>(new SqliteStoryReadStore(_file.Database));

    public void Dispose() => _file.Dispose();
}
