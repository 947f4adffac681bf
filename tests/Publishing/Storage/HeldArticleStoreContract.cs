using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.TellArticle;

namespace NewsPlatform.Publishing.Tests.Storage;

/// <summary>What every engine can give back to an ingestion that lost articles.</summary>
public abstract class HeldArticleStoreContract
{
    private static CancellationToken None => CancellationToken.None;

    [Fact]
    public async Task Gives_the_newest_content_with_its_body_also_from_under_an_embargo()
    {
        var (articles, store) = await CreateAsync();
        await articles.PutNewerAsync([Change("seen", 5), AnArticle.Change(AnArticle.Enriched("waits", title: "Seen"))], None);
        await articles.PutNewerAsync([AnArticle.Change(AnArticle.Enriched("waits", revision: 2, title: "Awaited", embargoedUntil: AnArticle.Noon.AddDays(1)))], None);

        var seen = (await store.TryFindHeldAsync("seen", None))!;
        var waits = (await store.TryFindHeldAsync("waits", None))!;

        Assert.Equal((1L, 1), (seen.State.HeldRevision, seen.Article!.Content.Body.Count));
        Assert.Equal((2L, "Awaited", 1), (waits.State.HeldRevision, waits.Article!.Content.Title, waits.Article.Content.Body.Count));
    }

    [Fact]
    public async Task Gives_a_withdrawal_without_a_content_and_nothing_of_what_only_a_story_named()
    {
        var (articles, store) = await CreateAsync();
        await articles.PutNewerAsync([Change("gone", 5), ArticleChanges.Of(AnArticle.Withdrawn("gone", reason: "mistake"), AnArticle.Noon)], None);
        await articles.JoinStoriesAsync([new StoryMembership("named", "s1", 1)], None);

        var gone = (await store.TryFindHeldAsync("gone", None))!;

        Assert.Equal((Standing.Withdrawn, "mistake", null), (gone.State.Standing, gone.State.WithdrawalReason, gone.Article));
        Assert.Null(await store.TryFindHeldAsync("named", None));
        Assert.Null(await store.TryFindHeldAsync("never", None));
        Assert.Equal(["gone"], (await store.ReadStoredSinceAsync(DateTimeOffset.UnixEpoch, null, 10, None)).Select(state => state.ArticleId));
    }

    [Fact]
    public async Task Tells_what_was_stored_since_a_moment_in_that_order_page_by_page()
    {
        var (articles, store) = await CreateAsync();
        await articles.PutNewerAsync([Change("d", 7), Change("b", 6), Change("older", 4), Change("c", 6), Change("a", 5), Change("e", 6)], None);

        var told = new List<string>();
        StoredPosition? after = null;
        while (await store.ReadStoredSinceAsync(AnArticle.Noon.AddMinutes(5), after, 2, None) is [.., var last] page)
        {
            told.AddRange(page.Select(state => state.ArticleId));
            after = new StoredPosition(last.StoredAt, last.ArticleId);
        }

        Assert.Equal(["a", "b", "c", "e", "d"], told);
    }

    private protected abstract Task<(IArticleReadStore Articles, IHeldArticleStore Held)> CreateAsync();

    private static ContentChange Change(string id, int minute) => ArticleChanges.Of(AnArticle.Enriched(id), AnArticle.Noon.AddMinutes(minute));
}
