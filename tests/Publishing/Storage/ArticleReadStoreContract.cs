using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>What every engine promises of the articles that readers see.</summary>
public abstract class ArticleReadStoreContract
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Keeps_the_newest_revision_when_an_older_one_arrives_late()
    {
        var store = await CreateAsync();
        await PutAsync(store, AnArticle.Enriched("a", revision: 2, title: "Second"));

        var held = await PutAsync(store, AnArticle.Enriched("a", revision: 1, title: "First"));

        Assert.Equal(2, held.Revision);
        Assert.Equal("Second", (await store.TryFindAsync("a", None))!.Article!.Content.Title);
    }

    [Fact]
    public async Task Gives_back_the_article_as_it_was_put()
    {
        var store = await CreateAsync();
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
        var store = await CreateAsync();
        await PutAsync(store, AnArticle.Enriched("a", revision: 2, story: "s1", storyVersion: 5));

        var late = await PutAsync(store, AnArticle.Enriched("a", revision: 1, story: "s2", storyVersion: 9));
        var newer = await PutAsync(store, AnArticle.Enriched("a", revision: 3, story: "s1", storyVersion: 5));

        Assert.Equal((2, "s2", 9), (late.Revision, late.StoryId, late.StoryVersion));
        Assert.Equal((3, "s2", 9), (newer.Revision, newer.StoryId, newer.StoryVersion));
    }

    [Fact]
    public async Task A_newer_decision_on_the_very_revision_shown_tells_anew_what_it_repeats_and_whether_it_came_late()
    {
        var store = await CreateAsync();
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
        var store = await CreateAsync();
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
        var store = await CreateAsync();
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
        var store = await CreateAsync();
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
        var store = await CreateAsync();
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
        var store = await CreateAsync();

        await store.PutNewerAsync([ArticleChanges.Of(AnArticle.Withdrawn("a", revision: 2), AnArticle.Noon)], None);
        var held = await PutAsync(store, AnArticle.Enriched("a", revision: 1));

        Assert.Equal((Standing.Withdrawn, 2L), (held.Standing, held.Revision));
    }

    [Fact]
    public async Task A_restored_article_is_visible_again()
    {
        var store = await CreateAsync();
        await store.PutNewerAsync([ArticleChanges.Of(AnArticle.Withdrawn("a", revision: 2), AnArticle.Noon)], None);

        var held = await PutAsync(store, AnArticle.Enriched("a", revision: 3));

        Assert.Equal(Standing.Visible, held.Standing);
        Assert.Null(held.WithdrawnAt);
        Assert.NotNull((await store.TryFindAsync("a", None))!.Article);
    }

    [Fact]
    public async Task Two_revisions_in_one_batch_end_in_the_newer_one()
    {
        var store = await CreateAsync();

        var held = await store.PutNewerAsync([AnArticle.Change(AnArticle.Enriched("a", revision: 2, title: "Second")), AnArticle.Change(AnArticle.Enriched("a", revision: 1))], None);

        Assert.All(held, state => Assert.Equal(2, state.Revision));
        Assert.Equal("Second", (await store.TryFindAsync("a", None))!.Article!.Content.Title);
    }

    [Fact]
    public async Task Names_the_article_that_another_repeats_only_while_that_is_visible()
    {
        var store = await CreateAsync();
        await PutAsync(store, AnArticle.Enriched("copy") with { DuplicateOf = "hidden", DuplicateKind = "reprint", DuplicateShare = 0.95 });
        var before = (await store.TryFindAsync("copy", None))!.Article!;
        await PutAsync(store, AnArticle.Enriched("hidden"));

        Assert.Equal((null, null, null), (before.DuplicateOf, before.DuplicateKind, before.DuplicateShare));
        Assert.Equal("hidden", (await store.TryFindAsync("copy", None))!.Article!.DuplicateOf);
    }

    [Fact]
    public async Task An_expiry_drops_the_content_stays_told_apart_and_gives_way_to_a_newer_revision_only()
    {
        var store = await CreateAsync();
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
        var store = await CreateAsync();

        Assert.Null(await store.TryFindAsync("nothing", None));
        Assert.Empty(await store.ReadStatesAsync(["nothing"], None));
    }

    private protected abstract Task<IArticleReadStore> CreateAsync();

    private static async Task<ArticleState> PutAsync(IArticleReadStore store, ArticleEnriched enriched) =>
        (await store.PutNewerAsync([AnArticle.Change(enriched)], None))[0];
}
