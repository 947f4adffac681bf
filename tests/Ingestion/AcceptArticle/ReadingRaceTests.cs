using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.AcceptArticle;

/// <summary>What becomes of readings when intakes race, or end between two writes.</summary>
public sealed class ReadingRaceTests : IDisposable
{
    private readonly Intake _intake = new();

    [Fact]
    public async Task Two_intakes_that_take_prints_of_one_article_at_once_make_one_article()
    {
        for (var i = 0; i < 20; i++)
        {
            string[] addresses = [$"https://www.news.example/{i}/pier", $"https://m.news.example/{i}/pier", $"https://news.example/amp/{i}/pier", $"https://news.example/{i}/pier"];

            var accepted = await Task.WhenAll(addresses.Select(address => Task.Run(() => _intake.Commit().CommitAsync([AnArticle.Reading(address)], default))));

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

            await Task.WhenAll(readings.Select(reading => Task.Run(() => _intake.Commit(TimeProvider.System).CommitAsync([reading], default))));
            var known = await _intake.Commit(TimeProvider.System).CommitAsync(readings, default);

            Assert.Single(known.Select(one => one.Id).Distinct());
        }

        Assert.Equal(20, (await _intake.Articles.CountAsync(default)).Accepted);
    }

    [Fact]
    public async Task Different_articles_of_which_one_claims_the_other_s_address_stay_two_when_two_intakes_take_them_at_once()
    {
        for (var i = 0; i < 20; i++)
        {
            var (claimant, holder) = (AnArticle.Reading($"https://news.example/{i}/a", canonical: $"https://news.example/{i}/b"), AnArticle.Reading($"https://news.example/{i}/b", "Skating begins", Intake.OtherWords));

            await Task.WhenAll(new[] { claimant, holder }.Select(reading => Task.Run(() => _intake.Commit(TimeProvider.System).CommitAsync([reading], default))));
        }

        Assert.Equal(40, (await _intake.Articles.CountAsync(default)).Accepted);
    }

    [Fact]
    public async Task A_key_whose_article_was_never_made_does_not_keep_a_reading_from_the_article_of_its_other_keys()
    {
        var first = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/pier"));
        await _intake.Keys.TakeAsync([new KeyTaking("never-made", ["hint:news.example/tag:77"])], default);

        var other = await _intake.AcceptAsync(AnArticle.Reading("https://m.news.example/pier", feedId: "tag:77"));

        Assert.Equal((first.Id, AcceptanceOutcome.Unchanged), (other.Id, other.Outcome));
    }

    [Fact]
    public async Task A_page_that_shares_a_key_with_one_whose_intake_was_killed_waits_and_then_takes_it()
    {
        var clock = new ManualClock();
        var dying = new ReadingCommit(_intake.Keys, new DyingArticleStore(_intake.Articles), clock);
        var killed = AnArticle.Reading("https://news.example/a", canonical: "https://news.example/b");
        await Assert.ThrowsAsync<IOException>(() => dying.CommitAsync([killed], default));

        var copying = _intake.Commit(clock).CommitAsync([AnArticle.Reading("https://news.example/b")], default);
        while (await Task.WhenAny(copying, Task.Delay(10)) != copying)
            clock.Advance(TimeSpan.FromSeconds(5));

        var copy = (await copying)[0];
        var killedAgain = await _intake.AcceptAsync(killed);

        Assert.Equal(AcceptanceOutcome.Added, copy.Outcome);
        Assert.Equal((copy.Id, AcceptanceOutcome.Unchanged), (killedAgain.Id, killedAgain.Outcome));
        Assert.Equal(1, (await _intake.Articles.CountAsync(default)).Accepted);
    }

    [Fact]
    public async Task Killed_between_keys_and_articles_the_next_reading_makes_the_article()
    {
        var dying = new ReadingCommit(_intake.Keys, new DyingArticleStore(_intake.Articles), new ManualClock());
        await Assert.ThrowsAsync<IOException>(() => dying.CommitAsync([AnArticle.Reading("https://news.example/a")], default));

        var accepted = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/a"));

        Assert.Equal((AcceptanceOutcome.Added, 1L), (accepted.Outcome, accepted.Revision));
        Assert.Equal(1, (await _intake.Articles.CountAsync(default)).Accepted);
    }

    [Fact]
    public async Task Two_intakes_on_one_store_give_one_article_its_revisions_once()
    {
        var intakes = new[] { _intake.Commit(), _intake.Commit() };

        var accepted = await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() =>
            intakes[i % 2].CommitAsync([AnArticle.Reading("https://news.example/a", words: $"Words of edition {i / 2} about the pier.")], default))));

        var revisions = accepted.SelectMany(group => group).ToList();
        Assert.Single(revisions.Select(one => one.Id).Distinct());
        var written = revisions.Where(one => one.Outcome != AcceptanceOutcome.Unchanged).Select(one => one.Revision).Order().ToList();
        Assert.Equal(Enumerable.Range(1, written.Count).Select(i => (long)i), written);
    }

    public void Dispose() => _intake.Dispose();

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
