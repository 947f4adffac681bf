using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.Tests.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.AcceptArticle;

public sealed class ReadingCommitTests : IDisposable
{
    private const string OtherWords = "Skaters took over frozen Lake Orm at dawn while bakers handed out warm buns beside the bandstand until every tray was empty.";

    private readonly SqliteFile _file = new();
    private readonly IKeyStore _keys;
    private readonly IArticleStore _articles;

    public ReadingCommitTests()
    {
        _keys = new SqliteKeyStore(_file.Database);
        _articles = new SqliteArticleStore(_file.Database);
    }

    [Fact]
    public async Task An_article_is_known_by_any_of_its_addresses()
    {
        var first = await AcceptAsync(AnArticle.Reading("https://www.news.example/a?from=mail", canonical: "https://news.example/a"));
        var byCanonical = await AcceptAsync(AnArticle.Reading("https://news.example/a"));
        var byFetched = await AcceptAsync(AnArticle.Reading("https://www.news.example/a?from=mail", words: "Rewritten without the canonical address."));

        Assert.Equal((AcceptanceOutcome.Added, AcceptanceOutcome.Unchanged, AcceptanceOutcome.Revised), (first.Outcome, byCanonical.Outcome, byFetched.Outcome));
        Assert.Equal((first.Id, first.Id, 2L), (byCanonical.Id, byFetched.Id, byFetched.Revision));
    }

    [Fact]
    public async Task A_canonical_address_that_different_contents_share_is_ignored()
    {
        var first = await AcceptAsync(AnArticle.Reading("https://news.example/a", canonical: "https://news.example/news"));
        var other = await AcceptAsync(AnArticle.Reading("https://news.example/b", "Skating begins", OtherWords, canonical: "https://news.example/news"));
        var otherAgain = await AcceptAsync(AnArticle.Reading("https://news.example/b", "Skating begins", OtherWords, canonical: "https://news.example/news"));
        var edited = await AcceptAsync(AnArticle.Reading("https://news.example/a?edition=2", "Pier is mended at last", canonical: "https://news.example/news"));

        Assert.NotEqual(first.Id, other.Id);
        Assert.Equal((other.Id, AcceptanceOutcome.Unchanged), (otherAgain.Id, otherAgain.Outcome));
        Assert.Equal((first.Id, AcceptanceOutcome.Revised), (edited.Id, edited.Outcome));
        Assert.Equal("https://news.example/b", (await _articles.FindAsync([other.Id], default))[other.Id].Url);
    }

    [Fact]
    public async Task An_address_that_a_page_only_claimed_is_free_for_the_article_that_is_read_there()
    {
        var claimant = await AcceptAsync(AnArticle.Reading("https://news.example/a", canonical: "https://news.example/b"));
        var holder = await AcceptAsync(AnArticle.Reading("https://news.example/b", "Skating begins", OtherWords));
        var holderEdited = await AcceptAsync(AnArticle.Reading("https://news.example/b", "Skating ends", OtherWords));
        var copy = await AcceptAsync(AnArticle.Reading("https://news.example/c", "Skating ends", OtherWords, canonical: "https://news.example/b"));

        Assert.NotEqual(claimant.Id, holder.Id);
        Assert.Equal((holder.Id, 1L), (holder.Id, holder.Revision));
        Assert.Equal((holder.Id, 2L), (holderEdited.Id, holderEdited.Revision));
        Assert.Equal((holder.Id, AcceptanceOutcome.Unchanged), (copy.Id, copy.Outcome));
    }

    [Fact]
    public async Task An_article_whose_claimed_address_proves_to_be_another_s_is_shown_under_its_own_from_its_next_reading_on()
    {
        var claiming = AnArticle.Reading("https://news.example/a", canonical: "https://news.example/b");
        var first = await AcceptAsync(claiming);
        await AcceptAsync(AnArticle.Reading("https://news.example/b", "Skating begins", OtherWords));

        var corrected = await AcceptAsync(claiming);
        var again = await AcceptAsync(claiming);

        Assert.Equal((first.Id, AcceptanceOutcome.Revised, 2L), (corrected.Id, corrected.Outcome, corrected.Revision));
        Assert.Equal((first.Id, AcceptanceOutcome.Unchanged, 2L), (again.Id, again.Outcome, again.Revision));
        Assert.Equal("https://news.example/a", (await _articles.FindAsync([first.Id], default))[first.Id].Url);
        Assert.Equal("https://news.example/a", (await _articles.ReadContentsAsync([first.Id], default))[first.Id].Content.Url);
    }

    [Fact]
    public async Task A_rewritten_article_that_was_read_at_the_address_it_claimed_stays_one()
    {
        var first = await AcceptAsync(AnArticle.Reading("https://news.example/a", canonical: "https://news.example/b"));
        var seenThere = await AcceptAsync(AnArticle.Reading("https://news.example/b"));

        var rewritten = await AcceptAsync(AnArticle.Reading("https://news.example/b", "Skating begins", OtherWords));

        Assert.Equal((first.Id, first.Id, 2L), (seenThere.Id, rewritten.Id, rewritten.Revision));
    }

    [Fact]
    public async Task Readings_of_one_article_in_one_group_become_revisions_in_their_order()
    {
        var accepted = await Commit().CommitAsync(
            [
                AnArticle.Reading("https://news.example/a"),
                AnArticle.Reading("https://news.example/a", words: "Changed words about the pier."),
                AnArticle.Reading("https://news.example/a", words: "Changed words about the pier."),
                AnArticle.Reading("https://news.example/b", canonical: "https://news.example/a"),
                AnArticle.Reading("https://news.example/c", "Another"),
            ],
            default);

        Assert.Equal([1L, 2L, 2L, 3L, 1L], accepted.Select(one => one.Revision));
        Assert.Equal(2, accepted.Select(one => one.Id).Distinct().Count());
        Assert.Equal(2, (await _articles.CountAsync(default)).Accepted);
    }

    [Theory]
    [InlineData("https://news.example/pier", "https://www.news.example/pier?utm_source=rss", "https://m.news.example/pier", "https://news.example/pier/amp", "https://news.example/pier?print=1")]
    [InlineData("https://news.example/a/1234567-pier-is-mended", "https://news.example/b/1234567-pier-was-mended", "https://news.example/1234567-x", "https://m.news.example/a/pier-1234567.html", "https://news.example/a/1234567")]
    public async Task The_same_article_from_five_feeds_is_one_article_that_was_seen_in_five(params string[] addresses)
    {
        var accepted = new List<AcceptedArticle>();
        for (var i = 0; i < addresses.Length; i++)
            accepted.Add(await AcceptAsync(AnArticle.Reading(addresses[i], source: $"Feed {i}")));

        var again = await AcceptAsync(AnArticle.Reading(addresses[1], source: "Feed 1"));

        Assert.Single(accepted.Append(again).Select(one => one.Id).Distinct());
        Assert.All(accepted.Append(again), one => Assert.Equal(1, one.Revision));
        var row = (await _articles.FindAsync([again.Id], default))[again.Id];
        Assert.Equal(["Feed 0", "Feed 1", "Feed 2", "Feed 3", "Feed 4"], row.SeenIn.Select(sighting => sighting.Name));
        Assert.Equal(addresses, row.SeenIn.Select(sighting => sighting.Url));
        Assert.Equal(1, (await _articles.CountAsync(default)).Accepted);
    }

    [Fact]
    public async Task An_edited_article_under_a_new_address_is_a_revision_shown_under_its_first_source()
    {
        var first = await AcceptAsync(AnArticle.Reading("https://news.example/news/old-words", feedId: "tag:news.example:77", source: "World"));
        var edited = await AcceptAsync(AnArticle.Reading("https://news.example/news/new-words", "Pier is mended at last", feedId: "tag:news.example:77", source: "Local"));
        var other = await AcceptAsync(AnArticle.Reading("https://news.example/news/skating", "Skating begins", OtherWords, feedId: "tag:news.example:77"));

        Assert.Equal((first.Id, 2L), (edited.Id, edited.Revision));
        Assert.NotEqual(first.Id, other.Id);
        Assert.Equal("World", (await _articles.ReadContentsAsync([first.Id], default))[first.Id].Content.Source.Name);
    }

    [Fact]
    public async Task Different_articles_under_prints_of_one_address_stay_two_and_each_keeps_its_own_revisions()
    {
        var desktop = await AcceptAsync(AnArticle.Reading("https://www.news.example/today"));
        var mobile = await AcceptAsync(AnArticle.Reading("https://m.news.example/today", "Skating begins", OtherWords));
        var mobileAgain = await AcceptAsync(AnArticle.Reading("https://m.news.example/today", "Pier is mended"));
        var desktopAgain = await AcceptAsync(AnArticle.Reading("https://www.news.example/today"));

        Assert.NotEqual(desktop.Id, mobile.Id);
        Assert.Equal((mobile.Id, 2L), (mobileAgain.Id, mobileAgain.Revision));
        Assert.Equal((desktop.Id, 1L), (desktopAgain.Id, desktopAgain.Revision));
    }

    [Fact]
    public async Task Two_intakes_that_take_prints_of_one_article_at_once_make_one_article()
    {
        for (var i = 0; i < 20; i++)
        {
            string[] addresses = [$"https://www.news.example/{i}/pier", $"https://m.news.example/{i}/pier", $"https://news.example/amp/{i}/pier", $"https://news.example/{i}/pier"];

            var accepted = await Task.WhenAll(addresses.Select(address => Task.Run(() => Commit().CommitAsync([AnArticle.Reading(address)], default))));

            Assert.Single(accepted.Select(group => group[0].Id).Distinct());
        }
    }

    [Fact]
    public async Task Two_intakes_that_take_pages_of_one_canonical_address_at_once_make_one_article()
    {
        for (var i = 0; i < 20; i++)
        {
            var canonical = $"https://news.example/{i}/pier";
            ArticleReading[] readings = [.. Enumerable.Range(0, 4).Select(page => AnArticle.Reading($"https://news.example/{i}/{page}", canonical: canonical, feedId: $"tag:{i}.{page}")), AnArticle.Reading(canonical)];

            await Task.WhenAll(readings.Select(reading => Task.Run(() => Commit(TimeProvider.System).CommitAsync([reading], default))));
            var known = await Commit(TimeProvider.System).CommitAsync(readings, default);

            Assert.Single(known.Select(one => one.Id).Distinct());
        }

        Assert.Equal(20, (await _articles.CountAsync(default)).Accepted);
    }

    [Fact]
    public async Task Different_articles_of_which_one_claims_the_other_s_address_stay_two_when_two_intakes_take_them_at_once()
    {
        for (var i = 0; i < 20; i++)
        {
            var (claimant, holder) = (AnArticle.Reading($"https://news.example/{i}/a", canonical: $"https://news.example/{i}/b"), AnArticle.Reading($"https://news.example/{i}/b", "Skating begins", OtherWords));

            await Task.WhenAll(new[] { claimant, holder }.Select(reading => Task.Run(() => Commit(TimeProvider.System).CommitAsync([reading], default))));
        }

        Assert.Equal(40, (await _articles.CountAsync(default)).Accepted);
    }

    [Fact]
    public async Task A_key_whose_article_was_never_made_does_not_keep_a_reading_from_the_article_of_its_other_keys()
    {
        var first = await AcceptAsync(AnArticle.Reading("https://news.example/pier"));
        await _keys.TakeAsync([new KeyTaking("never-made", ["hint:news.example/tag:77"])], default);

        var other = await AcceptAsync(AnArticle.Reading("https://m.news.example/pier", feedId: "tag:77"));

        Assert.Equal((first.Id, AcceptanceOutcome.Unchanged), (other.Id, other.Outcome));
    }

    [Fact]
    public async Task A_page_that_shares_a_key_with_one_whose_intake_was_killed_waits_and_then_takes_it()
    {
        var clock = new ManualClock();
        var dying = new ReadingCommit(_keys, new DyingArticleStore(_articles), clock);
        var killed = AnArticle.Reading("https://news.example/a", canonical: "https://news.example/b");
        await Assert.ThrowsAsync<IOException>(() => dying.CommitAsync([killed], default));

        var copying = Commit(clock).CommitAsync([AnArticle.Reading("https://news.example/b")], default);
        while (await Task.WhenAny(copying, Task.Delay(10)) != copying)
            clock.Advance(TimeSpan.FromSeconds(5));

        var copy = (await copying)[0];
        var killedAgain = await AcceptAsync(killed);

        Assert.Equal(AcceptanceOutcome.Added, copy.Outcome);
        Assert.Equal((copy.Id, AcceptanceOutcome.Unchanged), (killedAgain.Id, killedAgain.Outcome));
        Assert.Equal(1, (await _articles.CountAsync(default)).Accepted);
    }

    [Fact]
    public async Task What_one_list_tells_beside_the_words_stays_when_another_brings_the_edited_page()
    {
        var told = new ArticleExtras(Place: new ArticlePlace("Lindmoor"));
        var first = await AcceptAsync(AnArticle.Reading("https://news.example/a") with { Extras = told });

        var edited = await AcceptAsync(AnArticle.Reading("https://news.example/a", words: "Changed words about the pier."));
        var reread = await AcceptAsync(AnArticle.Reading("https://news.example/a", words: "What today's rules make of it.") with { IsFromArchive = true });
        var shown = (await _articles.ReadContentsAsync([first.Id], default))[first.Id].Content.Place;
        await AcceptAsync(AnArticle.Reading("https://news.example/a", words: "The pusher's whole word.", origin: ReadingOrigin.Push));

        Assert.Equal((2L, 3L, "Lindmoor"), (edited.Revision, reread.Revision, shown?.Name));
        Assert.Null((await _articles.ReadContentsAsync([first.Id], default))[first.Id].Content.Place);
    }

    [Fact]
    public async Task A_feed_text_does_not_replace_what_came_from_the_page()
    {
        await AcceptAsync(AnArticle.Reading("https://news.example/a"));

        var fromFeed = await AcceptAsync(AnArticle.Reading("https://news.example/a", words: "The short print of the feed.", origin: ReadingOrigin.Feed));

        Assert.Equal((AcceptanceOutcome.Unchanged, 1L), (fromFeed.Outcome, fromFeed.Revision));
    }

    [Fact]
    public async Task Killed_between_keys_and_articles_the_next_reading_makes_the_article()
    {
        var dying = new ReadingCommit(_keys, new DyingArticleStore(_articles), new ManualClock());
        await Assert.ThrowsAsync<IOException>(() => dying.CommitAsync([AnArticle.Reading("https://news.example/a")], default));

        var accepted = await AcceptAsync(AnArticle.Reading("https://news.example/a"));

        Assert.Equal((AcceptanceOutcome.Added, 1L), (accepted.Outcome, accepted.Revision));
        Assert.Equal(1, (await _articles.CountAsync(default)).Accepted);
    }

    [Fact]
    public async Task Two_intakes_on_one_store_give_one_article_its_revisions_once()
    {
        var intakes = new[] { Commit(), Commit() };

        var accepted = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() =>
            intakes[i % 2].CommitAsync([AnArticle.Reading("https://news.example/a", words: $"Words of edition {i / 2} about the pier.")], default))));

        var revisions = accepted.SelectMany(group => group).ToList();
        Assert.Single(revisions.Select(one => one.Id).Distinct());
        var written = revisions.Where(one => one.Outcome != AcceptanceOutcome.Unchanged).Select(one => one.Revision).Order().ToList();
        Assert.Equal(Enumerable.Range(1, written.Count).Select(i => (long)i), written);
    }

    public void Dispose() => _file.Dispose();

    private ReadingCommit Commit(TimeProvider? time = null) => new(_keys, _articles, time ?? new ManualClock());

    private async Task<AcceptedArticle> AcceptAsync(ArticleReading reading) => (await Commit().CommitAsync([reading], default))[0];

    private sealed class DyingArticleStore(IArticleStore store) : IArticleStore
    {
        public Task<IReadOnlyDictionary<string, Article>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken ct) => store.FindAsync(ids, ct);

        public Task<IReadOnlyDictionary<string, StoredContent>> ReadContentsAsync(IReadOnlyCollection<string> ids, CancellationToken ct) => store.ReadContentsAsync(ids, ct);

        public Task<IReadOnlyList<bool>> SaveAsync(IReadOnlyList<ArticleWrite> writes, CancellationToken ct) => throw new IOException("the process ended here");

        public Task<IReadOnlyList<Article>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken ct) => store.ReadDueAsync(now, limit, ct);

        public Task<IReadOnlyList<Article>> ReadSightingsDueAsync(DateTimeOffset now, int limit, CancellationToken ct) => store.ReadSightingsDueAsync(now, limit, ct);

        public Task<IReadOnlyList<Article>> ReadSentAsync(string? afterId, int limit, CancellationToken ct) => store.ReadSentAsync(afterId, limit, ct);

        public Task<IReadOnlyList<Article>> ReadPublishedBeforeAsync(DateTimeOffset instant, int limit, CancellationToken ct) => store.ReadPublishedBeforeAsync(instant, limit, ct);

        public Task<long> CountBacklogAsync(CancellationToken ct) => store.CountBacklogAsync(ct);

        public Task<ArticleCounts> CountAsync(CancellationToken ct) => store.CountAsync(ct);
    }
}
