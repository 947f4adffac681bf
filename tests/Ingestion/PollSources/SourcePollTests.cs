using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ExtractArticle.Rules;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.RespectSites;
using NewsPlatform.Ingestion.ShowLimits;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.Tests.DispatchArticles;
using NewsPlatform.Ingestion.Tests.Storage;

namespace NewsPlatform.Ingestion.Tests.PollSources;

public sealed class SourcePollTests : IAsyncLifetime
{
    private readonly SqliteFile _file = new();
    private readonly PageFetcher _fetcher = new(new FetchingOptions { AllowedNetworks = "127.0.0.1" }, TimeProvider.System);
    private LoopbackSite _site = null!;
    private ISourceStore _sources = null!;
    private Source _source = null!;

    [Fact]
    public async Task Killed_while_storing_what_it_found_a_poll_has_written_no_fetch_state()
    {
        var pages = new SqlitePendingPageStore(_file.Database);
        await Assert.ThrowsAsync<IOException>(() => Poll(new DyingPageStore(pages)).RunAsync(_source, AnArticle.SomeTime, default));
        var stateAfterKill = await _sources.ReadFetchStateAsync(_source.Id, default);

        var next = await Poll(pages).RunAsync(_source, AnArticle.SomeTime, default);

        Assert.Null(stateAfterKill.ETag);
        Assert.Equal(2, next.ItemCount);
        Assert.Equal(2, (await pages.CountAsync(default)).Waiting);
        Assert.NotNull((await _sources.ReadFetchStateAsync(_source.Id, default)).ETag);
    }

    [Fact]
    public async Task Finds_what_is_new_in_a_sitemap_whose_index_did_not_change()
    {
        var pages = new SqlitePendingPageStore(_file.Database);
        _site.PutSitemap("/a");
        _site.Pages["/index.xml"] = new SitePage("application/xml", $"""
            <sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><sitemap><loc>{new Uri(_site.Address, "/sitemap.xml")}</loc></sitemap></sitemapindex>
            """)
        { ETag = "\"the same for ever\"" };
        await _sources.AddOrFindConflictAsync(
            new SourceInput("Index", "sitemap", new Uri(_site.Address, "/index.xml").AbsoluteUri, null, null, 15).ToSource("index", AnArticle.SomeTime), default);
        var index = (await _sources.TryFindAsync("index", default))!;
        await Poll(pages).RunAsync(index, AnArticle.SomeTime, default);

        _site.PutSitemap("/a", "/b");
        await Poll(pages).RunAsync(index, AnArticle.SomeTime, default);

        Assert.Equal(2, (await pages.CountAsync(default)).Waiting);
    }

    [Fact]
    public async Task Reads_a_changed_source_anew_although_a_poll_of_the_old_one_ended_after_the_change()
    {
        var pages = new SqlitePendingPageStore(_file.Database);
        var changed = _source with { Name = "Post", Url = new Uri(_site.Address, "/moved") };
        _site.Pages["/moved"] = _site.Pages["/feed"];
        await Poll(pages).RunAsync(_source, AnArticle.SomeTime, default);

        var outcome = await Poll(pages).RunAsync(changed, AnArticle.SomeTime, default);

        Assert.Equal(2, outcome.ItemCount);
    }

    public async ValueTask InitializeAsync()
    {
        _site = await LoopbackSite.StartAsync();
        _site.PutFeed("/a", "/b");
        _sources = new SqliteSourceStore(_file.Database);
        await _sources.AddOrFindConflictAsync(
            new SourceInput("Post", "feed", new Uri(_site.Address, "/feed").AbsoluteUri, null, null, 15).ToSource("post", AnArticle.SomeTime), default);
        _source = (await _sources.TryFindAsync("post", default))!;
    }

    public async ValueTask DisposeAsync()
    {
        _fetcher.Dispose();
        await _site.DisposeAsync();
        _file.Dispose();
    }

    private HostTurns Turns => new(new SqliteHostTurnStore(_file.Database), Options.Create(new PolitenessOptions()), Options.Create(new PollingOptions()), TimeProvider.System);

    private SourcePoll Poll(IPendingPageStore pages) => new(
        new ListReading(_fetcher, Turns, new LimitHits(new SilentMeters(), TimeProvider.System), Options.Create(new PollingOptions()), TimeProvider.System),
        _sources,
        pages,
        new ArticleFromWeb(new NoIntake(), ArchivePages.AnArchive.None(), new PublisherRuleFolder(string.Empty), new IngestionMetrics(new SilentMeters()), TimeProvider.System),
        Options.Create(new PollingOptions()),
        TimeProvider.System,
        NullLogger<SourcePoll>.Instance);

    private sealed class NoIntake : IArticleIntake
    {
        public Task<AcceptedArticle> AcceptAsync(ArticleReading reading, CancellationToken ct) => throw new InvalidOperationException("Every item of this feed has a page.");
    }

    private sealed class DyingPageStore(IPendingPageStore pages) : IPendingPageStore
    {
        public Task PutAsync(IReadOnlyList<PendingPage> found, CancellationToken ct) => throw new IOException("the process ended here");

        public Task<IReadOnlyList<PendingPage>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken ct) => pages.ReadDueAsync(now, limit, ct);

        public Task<IReadOnlyList<PendingPage>> ReadClaimedAsync(string owner, DateTimeOffset now, CancellationToken ct) => pages.ReadClaimedAsync(owner, now, ct);

        public Task<bool> TrySaveAsync(PendingPage page, CancellationToken ct) => pages.TrySaveAsync(page, ct);

        public Task<bool> TryRemoveAsync(string id, long version, CancellationToken ct) => pages.TryRemoveAsync(id, version, ct);

        public Task<int> RemoveGivenUpAsync(DateTimeOffset before, int limit, CancellationToken ct) => pages.RemoveGivenUpAsync(before, limit, ct);

        public Task<IReadOnlyList<PendingPage>> ReadOfSourceAsync(string sourceId, string? afterId, int limit, CancellationToken ct) => pages.ReadOfSourceAsync(sourceId, afterId, limit, ct);

        public Task RemoveOfSourceAsync(string sourceId, CancellationToken ct) => pages.RemoveOfSourceAsync(sourceId, ct);

        public Task<PageCounts> CountAsync(CancellationToken ct) => pages.CountAsync(ct);
    }
}
