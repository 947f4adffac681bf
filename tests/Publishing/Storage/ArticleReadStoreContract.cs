using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.ReleaseArticle;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>What every engine promises of the articles that readers see.</summary>
public abstract class ArticleReadStoreContract
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Keeps_the_newest_revision_when_an_older_one_arrives_late()
    {
        var (store, _) = await CreateAsync();
        await PutAsync(store, AnArticle.Enriched("a", revision: 2, title: "Second"));

        var held = await PutAsync(store, AnArticle.Enriched("a", revision: 1, title: "First"));

        Assert.Equal(2, held.Revision);
        Assert.Equal("Second", (await store.TryFindAsync("a", None))!.Article!.Content.Title);
    }

    [Fact]
    public async Task Gives_back_the_article_as_it_was_put()
    {
        var (store, _) = await CreateAsync();
        var put = AnArticle.Change(AnArticle.Enriched("a", text: "Ёлка «горит» \"ярко\" 🎄\u2028 конец", language: "ru", section: "Город")).Article;

        await PutAsync(store, AnArticle.Enriched("a", text: "Ёлка «горит» \"ярко\" 🎄\u2028 конец", language: "ru", section: "Город"));
        var got = (await store.TryFindAsync("a", None))!.Article!;

        Assert.Equal(put.Content.Text(), got.Content.Text());
        Assert.Equal(put.Content.Section, got.Content.Section);
        Assert.Equal(put.Content.PublishedAt, got.Content.PublishedAt);
        Assert.Equal((put.StoryId, put.StoryVersion, put.Time, put.StoredAt), (got.StoryId, got.StoryVersion, got.Time, got.StoredAt));
    }

    [Fact]
    public async Task Moves_an_article_to_a_newer_story_without_a_new_revision()
    {
        var (store, _) = await CreateAsync();
        await PutAsync(store, AnArticle.Enriched("a", revision: 2, story: "s1", storyVersion: 5));

        var late = await PutAsync(store, AnArticle.Enriched("a", revision: 1, story: "s2", storyVersion: 9));
        var newer = await PutAsync(store, AnArticle.Enriched("a", revision: 3, story: "s1", storyVersion: 5));

        Assert.Equal((2, "s2", 9), (late.Revision, late.StoryId, late.StoryVersion));
        Assert.Equal((3, "s2", 9), (newer.Revision, newer.StoryId, newer.StoryVersion));
    }

    [Fact]
    public async Task A_newer_decision_on_the_very_revision_shown_tells_anew_what_it_repeats_and_whether_it_came_late()
    {
        var (store, _) = await CreateAsync();
        await PutAsync(store, AnArticle.Enriched("first"));
        await PutAsync(store, AnArticle.Enriched("a", story: "s1", storyVersion: 5) with { DuplicateOf = "first", DuplicateKind = "reprint", DuplicateShare = 0.95, IsLate = true });

        await PutAsync(store, AnArticle.Enriched("a", story: "s1", storyVersion: 9));
        var cleared = (await store.TryFindAsync("a", None))!.Article!;
        await PutAsync(store, AnArticle.Enriched("a", story: "s2", storyVersion: 12) with { DuplicateOf = "first", DuplicateKind = "exact", DuplicateShare = 1, IsLate = true });
        await PutAsync(store, AnArticle.Enriched("a", story: "s1", storyVersion: 9));
        var moved = (await store.TryFindAsync("a", None))!.Article!;

        Assert.Equal(("s1", 9L, null, false), (cleared.StoryId, cleared.StoryVersion, cleared.DuplicateOf, cleared.IsLate));
        Assert.Equal(("s2", 12L, "first", "exact", true), (moved.StoryId, moved.StoryVersion, moved.DuplicateOf, moved.DuplicateKind, moved.IsLate));
    }

    [Fact]
    public async Task A_newer_decision_on_the_very_revision_shown_leaves_its_text_and_analysis_as_readers_were_told_of_them()
    {
        var (store, _) = await CreateAsync();
        var (then, today) = (new Entity("Ada Lindqvist", "PER", [new TextSpan(0, 3)]), new Entity("Harbour Board", "ORG", [new TextSpan(4, 6)]));
        var told = AnArticle.Enriched("a", title: "As told", storyVersion: 5, entities: [then]);
        var anew = AnArticle.Enriched("a", title: "As read today", text: "Read anew.", language: "de", storyVersion: 9, entities: [today]) with { IsLate = true, AssignedAt = AnArticle.Noon.AddHours(1) };
        var before = await PutAsync(store, told);

        var after = await PutAsync(store, anew);
        var found = (await store.TryFindAsync("a", None))!.Article!;
        await store.PutNewerAsync([AnArticle.Change(told with { ArticleId = "b" }), AnArticle.Change(anew with { ArticleId = "b" })], None);
        var together = (await store.TryFindAsync("b", None))!.Article!;

        Assert.Equal((before.About, 9L, anew.AssignedAt), (after.About, after.DecisionVersion, after.AssignedAt));
        foreach (var article in (PublishedArticle[])[found, together])
        {
            Assert.Equal(("As told", "en", "Ada Lindqvist"), (article.Content.Title, article.Analysis.Language, Assert.Single(article.Analysis.Entities).Name));
            Assert.Equal(told.Content.Body[0].Text, Assert.Single(article.Content.Body).Text);
            Assert.Equal((true, 9L, anew.AssignedAt), (article.IsLate, article.StoryVersion, article.AssignedAt));
        }
    }

    [Fact]
    public async Task A_decision_that_comes_after_the_move_that_followed_it_tells_what_the_article_repeats_and_leaves_it_where_it_is()
    {
        var (store, _) = await CreateAsync();
        await PutAsync(store, AnArticle.Enriched("first"));
        await PutAsync(store, AnArticle.Enriched("a", story: "s1", storyVersion: 5) with { IsLate = true });
        await store.JoinStoriesAsync([new StoryMembership("a", "s1", 15)], None);

        var held = await store.PutNewerAsync(
            [
                AnArticle.Change(AnArticle.Enriched("a", story: "s2", storyVersion: 9) with { DuplicateOf = "first", IsLate = true }),
                AnArticle.Change(AnArticle.Enriched("a", story: "s3", storyVersion: 7)),
            ],
            None);
        var found = (await store.TryFindAsync("a", None))!.Article!;

        Assert.Equal(("s1", 15L), (held[0].StoryId, held[0].StoryVersion));
        Assert.Equal(("s1", 15L, "first", false), (found.StoryId, found.StoryVersion, found.DuplicateOf, found.IsLate));
    }

    [Fact]
    public async Task Remembers_a_story_that_is_announced_before_its_article()
    {
        var (store, _) = await CreateAsync();
        await store.JoinStoriesAsync([new StoryMembership("a", "merged", 9)], None);
        var before = await store.TryFindAsync("a", None);

        var held = await PutAsync(store, AnArticle.Enriched("a", story: "s1", storyVersion: 5));
        await store.JoinStoriesAsync([new StoryMembership("a", "old", 7)], None);

        Assert.Null(before?.Article);
        Assert.Equal("merged", held.StoryId);
        Assert.Equal("merged", (await store.TryFindAsync("a", None))!.Article!.StoryId);
    }

    [Fact]
    public async Task A_withdrawal_drops_the_content_and_keeps_a_tombstone()
    {
        var (store, _) = await CreateAsync();
        await PutAsync(store, AnArticle.Enriched("a"));

        await store.PutNewerAsync([ArticleChanges.Of(AnArticle.Withdrawn("a", reason: "mistake"), AnArticle.Noon)], None);
        await PutAsync(store, AnArticle.Enriched("a"));
        var found = await store.TryFindAsync("a", None);

        Assert.Null(found!.Article);
        Assert.Equal((Standing.Withdrawn, 2, "mistake"), (found.State.Standing, found.State.Revision, found.State.WithdrawalReason));
        Assert.Equal(AnArticle.Noon.AddMinutes(6), found.State.WithdrawnAt);
    }

    [Fact]
    public async Task A_withdrawal_of_an_article_never_seen_holds_back_its_late_content()
    {
        var (store, _) = await CreateAsync();

        await store.PutNewerAsync([ArticleChanges.Of(AnArticle.Withdrawn("a", revision: 2), AnArticle.Noon)], None);
        var held = await PutAsync(store, AnArticle.Enriched("a", revision: 1));

        Assert.Equal((Standing.Withdrawn, 2L), (held.Standing, held.Revision));
    }

    [Fact]
    public async Task A_restored_article_is_visible_again()
    {
        var (store, _) = await CreateAsync();
        await store.PutNewerAsync([ArticleChanges.Of(AnArticle.Withdrawn("a", revision: 2), AnArticle.Noon)], None);

        var held = await PutAsync(store, AnArticle.Enriched("a", revision: 3));

        Assert.Equal(Standing.Visible, held.Standing);
        Assert.Null(held.WithdrawnAt);
        Assert.NotNull((await store.TryFindAsync("a", None))!.Article);
    }

    [Fact]
    public async Task Two_revisions_in_one_batch_end_in_the_newer_one()
    {
        var (store, _) = await CreateAsync();

        var held = await store.PutNewerAsync([AnArticle.Change(AnArticle.Enriched("a", revision: 2, title: "Second")), AnArticle.Change(AnArticle.Enriched("a", revision: 1))], None);

        Assert.All(held, state => Assert.Equal(2, state.Revision));
        Assert.Equal("Second", (await store.TryFindAsync("a", None))!.Article!.Content.Title);
    }

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

    [Fact]
    public async Task Names_the_article_that_another_repeats_only_while_that_is_visible()
    {
        var (store, _) = await CreateAsync();
        await PutAsync(store, AnArticle.Enriched("copy") with { DuplicateOf = "hidden", DuplicateKind = "reprint", DuplicateShare = 0.95 });
        var before = (await store.TryFindAsync("copy", None))!.Article!;
        await PutAsync(store, AnArticle.Enriched("hidden"));

        Assert.Equal((null, null, null), (before.DuplicateOf, before.DuplicateKind, before.DuplicateShare));
        Assert.Equal("hidden", (await store.TryFindAsync("copy", None))!.Article!.DuplicateOf);
    }

    [Fact]
    public async Task An_expiry_drops_the_content_stays_told_apart_and_gives_way_to_a_newer_revision_only()
    {
        var (store, _) = await CreateAsync();
        await store.PutNewerAsync([AnArticle.Change(AnArticle.Enriched("a"))], None);

        await store.PutNewerAsync([ArticleChanges.Of(AnArticle.Expired("a"), AnArticle.Noon)], None);
        await store.PutNewerAsync([AnArticle.Change(AnArticle.Enriched("a"))], None);
        var expired = (await store.TryFindAsync("a", None))!;
        await store.PutNewerAsync([AnArticle.Change(AnArticle.Enriched("a", revision: 3))], None);
        var back = (await store.TryFindAsync("a", None))!;

        Assert.Equal((Standing.Expired, 2L, null), (expired.State.Standing, expired.State.Revision, expired.Article));
        Assert.Equal((Standing.Visible, 3L), (back.State.Standing, back.State.Revision));
        Assert.NotNull(back.Article);
    }

    [Fact]
    public async Task Knows_nothing_of_an_article_that_never_came()
    {
        var (store, _) = await CreateAsync();

        Assert.Null(await store.TryFindAsync("nothing", None));
        Assert.Empty(await store.ReadStatesAsync(["nothing"], None));
    }

    private protected abstract Task<(IArticleReadStore Articles, IEmbargoStore Embargoes)> CreateAsync();

    private static async Task<ArticleState> PutAsync(IArticleReadStore store, ArticleEnriched enriched) =>
        (await store.PutNewerAsync([AnArticle.Change(enriched)], None))[0];
}
