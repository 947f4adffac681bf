using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.ReleaseArticle;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>What every engine promises of the articles that readers do not see yet.</summary>
public abstract class EmbargoStoreContract
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Hides_an_embargoed_article_until_it_is_shown_and_forgets_the_embargo_once_settled()
    {
        var (store, embargoes) = await CreateAsync();
        var ends = AnArticle.Noon.AddHours(1);
        await PutAsync(store, AnArticle.Enriched("a", embargoedUntil: ends));

        var tooEarly = await embargoes.FindDueAsync(ends.AddSeconds(-1), 10, None);
        var hidden = await store.TryFindAsync("a", None);
        var due = await embargoes.FindDueAsync(ends, 10, None);
        var shown = await embargoes.ShowAsync(due, None);
        var dueStill = await embargoes.FindDueAsync(ends, 10, None);
        await embargoes.SettleAsync(shown, None);

        Assert.Empty(tooEarly);
        Assert.Null(hidden!.Article);
        Assert.Equal(Standing.Visible, Assert.Single(shown).Standing);
        Assert.Single(dueStill);
        Assert.Empty(await embargoes.FindDueAsync(ends, 10, None));
        Assert.NotNull((await store.TryFindAsync("a", None))!.Article);
    }

    [Fact]
    public async Task Shows_no_embargoed_revision_that_was_withdrawn_meanwhile()
    {
        var (store, embargoes) = await CreateAsync();
        await PutAsync(store, AnArticle.Enriched("a", embargoedUntil: AnArticle.Noon.AddHours(1)));
        var due = await embargoes.FindDueAsync(AnArticle.Noon.AddHours(1), 10, None);
        await store.PutNewerAsync([ArticleChanges.Of(AnArticle.Withdrawn("a"), AnArticle.Noon)], None);

        var shown = await embargoes.ShowAsync(due, None);

        Assert.Equal(Standing.Withdrawn, Assert.Single(shown).Standing);
        Assert.Empty(await embargoes.FindDueAsync(AnArticle.Noon.AddHours(1), 10, None));
    }

    [Fact]
    public async Task An_embargoed_revision_waits_beside_the_one_that_readers_see_and_takes_its_place_at_the_end()
    {
        var (store, embargoes) = await CreateAsync();
        var ends = AnArticle.Noon.AddHours(1);
        await PutAsync(store, AnArticle.Enriched("a", revision: 1, title: "First"));

        var waiting = await PutAsync(store, AnArticle.Enriched("a", revision: 3, title: "Third", embargoedUntil: ends));
        await PutAsync(store, AnArticle.Enriched("a", revision: 2, title: "Second"));
        var seen = (await store.TryFindAsync("a", None))!;
        var shown = await embargoes.ShowAsync(await embargoes.FindDueAsync(ends, 10, None), None);
        var after = (await store.TryFindAsync("a", None))!;

        Assert.Equal((Standing.Visible, 1L, 3L), (waiting.Standing, waiting.Revision, waiting.PendingRevision!.Value));
        Assert.Equal(("Second", 2L, 3L), (seen.Article!.Content.Title, seen.State.Revision, seen.State.PendingRevision!.Value));
        Assert.Equal((Standing.Visible, 3L, null), (Assert.Single(shown).Standing, shown[0].Revision, shown[0].PendingRevision));
        Assert.Equal(("Third", 1), (after.Article!.Content.Title, after.Article.Content.Body.Count));
    }

    [Fact]
    public async Task A_newer_decision_on_the_revision_under_embargo_is_what_its_end_shows()
    {
        var (store, embargoes) = await CreateAsync();
        var ends = AnArticle.Noon.AddHours(2);
        await PutAsync(store, AnArticle.Enriched("a", storyVersion: 2));
        await PutAsync(store, AnArticle.Enriched("a", revision: 2, storyVersion: 5, embargoedUntil: ends) with { IsLate = true });

        await PutAsync(store, AnArticle.Enriched("a", revision: 2, storyVersion: 9, embargoedUntil: ends));
        await embargoes.ShowAsync(await embargoes.FindDueAsync(ends, 10, None), None);
        var shown = (await store.TryFindAsync("a", None))!;
        await PutAsync(store, AnArticle.Enriched("a", revision: 2, storyVersion: 5) with { IsLate = true });

        Assert.Equal((2L, 9L, false), (shown.State.Revision, shown.Article!.StoryVersion, shown.Article.IsLate));
        Assert.False((await store.TryFindAsync("a", None))!.Article!.IsLate);
    }

    [Fact]
    public async Task A_withdrawal_shows_its_tombstone_until_a_newer_revision_under_embargo_is_due()
    {
        var (store, embargoes) = await CreateAsync();
        var ends = AnArticle.Noon.AddHours(1);
        await PutAsync(store, AnArticle.Enriched("a", revision: 3, embargoedUntil: ends));
        await PutAsync(store, AnArticle.Enriched("a", revision: 1));

        await store.PutNewerAsync([ArticleChanges.Of(AnArticle.Withdrawn("a", revision: 2), AnArticle.Noon)], None);
        var between = (await store.TryFindAsync("a", None))!.State;
        await embargoes.ShowAsync(await embargoes.FindDueAsync(ends, 10, None), None);

        Assert.Equal((Standing.Withdrawn, 2L), (between.Standing, between.Revision));
        Assert.Equal((Standing.Visible, null), ((await store.TryFindAsync("a", None))!.State.Standing, (await store.TryFindAsync("a", None))!.State.WithdrawnAt));
    }

    private protected abstract Task<(IArticleReadStore Articles, IEmbargoStore Embargoes)> CreateAsync();

    private static async Task<ArticleState> PutAsync(IArticleReadStore store, ArticleEnriched enriched) => (await store.PutNewerAsync([AnArticle.Change(enriched)], None))[0];
}
