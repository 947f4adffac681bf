using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.Tests.Storage;

/// <summary>What every engine of <see cref="IArticleStore"/> must do.</summary>
public abstract class ArticleStoreContract
{
    [Fact]
    public async Task Stores_a_new_article_once_when_two_bring_it()
    {
        var store = await CreateAsync();

        var done = await store.SaveAsync([new ArticleWrite(AnArticle.Row("a"), ContentChange.Replace, AnArticle.Content())], default);
        var again = await store.SaveAsync([new ArticleWrite(AnArticle.Row("a"), ContentChange.Replace, AnArticle.Content("other"))], default);

        Assert.Equal([true], done);
        Assert.Equal([false], again);
        Assert.Equal("Pier is mended", (await store.ReadContentsAsync(["a"], default))["a"].Content.Title);
        Assert.Equal(1, (await store.CountAsync(default)).Accepted);
    }

    [Fact]
    public async Task Refuses_a_write_that_was_decided_on_an_older_row_and_does_the_others_of_the_batch()
    {
        var store = await CreateAsync();
        await store.SaveAsync([new ArticleWrite(AnArticle.Row("a")), new ArticleWrite(AnArticle.Row("b"))], default);
        var read = await store.FindAsync(["a", "b", "unknown"], default);
        await store.SaveAsync([new ArticleWrite(read["a"] with { State = ArticleState.Sent })], default);

        var done = await store.SaveAsync([new ArticleWrite(read["a"] with { State = ArticleState.Dead }), new ArticleWrite(read["b"] with { State = ArticleState.Dead })], default);

        Assert.Equal([false, true], done);
        Assert.Equal(2, read.Count);
        var after = await store.FindAsync(["a", "b"], default);
        Assert.Equal((ArticleState.Sent, ArticleState.Dead), (after["a"].State, after["b"].State));
    }

    [Fact]
    public async Task Keeps_every_field_of_a_row()
    {
        var store = await CreateAsync();
        var row = AnArticle.Row("a", ArticleState.Sent, revision: 7) with
        {
            IsWithdrawal = true,
            WithdrawalReason = "причина",
            SentAt = AnArticle.SomeTime.AddMinutes(1),
            Attempts = 3,
            Strikes = 2,
            SentAsSuspect = true,
            AnsweredRevision = 6,
            HasDeadLetters = true,
            Url = "https://news.example/a",
            Origin = ReadingOrigin.Feed,
            SeenIn = [new Sighting("lindmoor", "Lindmoor Post", "https://news.example/a", AnArticle.SomeTime), new Sighting("orm", "Orm Herald", null, AnArticle.SomeTime)],
            SightingsDueAt = AnArticle.SomeTime.AddMinutes(5),
            Steps = [new JourneyStep(Stages.Dispatched, "again", AnArticle.SomeTime, "attempt 3", 7)],
        };

        await store.SaveAsync([new ArticleWrite(row)], default);

        var read = (await store.FindAsync(["a"], default))["a"];
        Assert.Equal(row.Steps, read.Steps);
        Assert.Equal(row.SeenIn, read.SeenIn);
        Assert.Equal(row with { Version = 1, Steps = [], SeenIn = [] }, read with { Steps = [], SeenIn = [] });
    }

    [Fact]
    public async Task Gives_the_rows_whose_sources_are_to_be_told_the_earliest_first_until_they_are()
    {
        var store = await CreateAsync();
        await store.SaveAsync(
            [
                new ArticleWrite(AnArticle.Row("late") with { SightingsDueAt = AnArticle.SomeTime.AddMinutes(2) }),
                new ArticleWrite(AnArticle.Row("early", ArticleState.Published) with { SightingsDueAt = AnArticle.SomeTime.AddMinutes(1) }),
                new ArticleWrite(AnArticle.Row("later") with { SightingsDueAt = AnArticle.SomeTime.AddMinutes(3) }),
                new ArticleWrite(AnArticle.Row("told")),
            ],
            default);

        var due = await store.ReadSightingsDueAsync(AnArticle.SomeTime.AddMinutes(2), 10, default);
        await store.SaveAsync([new ArticleWrite(due[0] with { SightingsDueAt = null })], default);

        Assert.Equal(["early", "late"], due.Select(row => row.Id));
        Assert.Equal(["late"], (await store.ReadSightingsDueAsync(AnArticle.SomeTime.AddMinutes(2), 10, default)).Select(row => row.Id));
        Assert.Single(await store.ReadSightingsDueAsync(AnArticle.SomeTime.AddHours(1), 1, default));
    }

    [Fact]
    public async Task Replaces_keeps_and_removes_content_as_the_write_says()
    {
        var store = await CreateAsync();
        await store.SaveAsync([new ArticleWrite(AnArticle.Row("a"), ContentChange.Replace, AnArticle.Content("first"))], default);

        await ChangeAsync(store, "a", row => new ArticleWrite(row with { Revision = 2 }, ContentChange.Replace, AnArticle.Content("second")));
        await ChangeAsync(store, "a", row => new ArticleWrite(row with { State = ArticleState.Sent }));
        var kept = (await store.ReadContentsAsync(["a"], default))["a"];
        await ChangeAsync(store, "a", row => new ArticleWrite(row with { Revision = 3 }, ContentChange.Remove));

        Assert.Equal((2, "second"), (kept.Revision, kept.Content.Title));
        Assert.Empty(await store.ReadContentsAsync(["a"], default));
    }

    [Fact]
    public async Task Keeps_what_an_article_said_before_until_it_is_withdrawn()
    {
        var store = await CreateAsync();
        await store.SaveAsync([new ArticleWrite(AnArticle.Row("a"), ContentChange.Replace, AnArticle.Content("first")), new ArticleWrite(AnArticle.Row("b"), ContentChange.Replace, AnArticle.Content("other"))], default);
        await ChangeAsync(store, "a", row => new ArticleWrite(row with { Revision = 2, AcceptedAt = AnArticle.SomeTime.AddHours(1) }, ContentChange.Replace, AnArticle.Content("second")));
        await ChangeAsync(store, "a", row => new ArticleWrite(row with { State = ArticleState.Sent }));
        await ChangeAsync(store, "a", row => new ArticleWrite(row with { Revision = 4, AcceptedAt = AnArticle.SomeTime.AddHours(2) }, ContentChange.Replace, AnArticle.Content("third")));

        var kept = await Revisions(store).ReadEarlierAsync("a", default);
        await ChangeAsync(store, "a", row => new ArticleWrite(row with { Revision = 5, IsWithdrawal = true }, ContentChange.Remove));
        var gone = await Revisions(store).ReadEarlierAsync("a", default);
        await ChangeAsync(store, "a", row => new ArticleWrite(row with { Revision = 6, IsWithdrawal = false }, ContentChange.Replace, AnArticle.Content("restored")));

        Assert.Equal([(1L, "first", AnArticle.SomeTime), (2L, "second", AnArticle.SomeTime.AddHours(1))], kept.Select(one => (one.Revision, one.Content.Title, one.AcceptedAt!.Value)));
        Assert.Empty(gone);
        Assert.Empty(await Revisions(store).ReadEarlierAsync("a", default));
        Assert.Empty(await Revisions(store).ReadEarlierAsync("b", default));
    }

    [Fact]
    public async Task Keeps_the_first_and_the_newest_of_very_many_revisions()
    {
        var store = await CreateAsync();
        await store.SaveAsync([new ArticleWrite(AnArticle.Row("a"), ContentChange.Replace, AnArticle.Content("1"))], default);
        for (var revision = 2; revision <= IRevisionStore.MaxKept + 10; revision++)
        {
            var number = revision;
            await ChangeAsync(store, "a", row => new ArticleWrite(row with { Revision = number }, ContentChange.Replace, AnArticle.Content($"{number}")));
        }

        var kept = await Revisions(store).ReadEarlierAsync("a", default);

        Assert.Equal([1L, .. Enumerable.Range(11, IRevisionStore.MaxKept - 1).Select(number => (long)number)], kept.Select(one => one.Revision));
    }

    [Fact]
    public async Task Gives_due_articles_in_the_order_in_which_they_were_queued()
    {
        var store = await CreateAsync();
        await store.SaveAsync(
            [
                new ArticleWrite(AnArticle.Row("late", queuedAt: AnArticle.SomeTime.AddSeconds(2))),
                new ArticleWrite(AnArticle.Row("early", queuedAt: AnArticle.SomeTime.AddSeconds(1))),
                new ArticleWrite(AnArticle.Row("future", queuedAt: AnArticle.SomeTime.AddHours(1))),
                new ArticleWrite(AnArticle.Row("sent", ArticleState.Sent)),
            ],
            default);

        var due = await store.ReadDueAsync(AnArticle.SomeTime.AddSeconds(2), 10, default);
        var first = await store.ReadDueAsync(AnArticle.SomeTime.AddSeconds(2), 1, default);

        Assert.Equal(["early", "late"], due.Select(row => row.Id));
        Assert.Equal(["early"], first.Select(row => row.Id));
    }

    [Fact]
    public async Task Pages_through_what_is_sent()
    {
        var store = await CreateAsync();
        await store.SaveAsync([.. Enumerable.Range(0, 5).Select(i => new ArticleWrite(AnArticle.Row($"s{i}", i == 2 ? ArticleState.Dead : ArticleState.Sent)))], default);

        var first = await store.ReadSentAsync(null, 3, default);
        var second = await store.ReadSentAsync(first[^1].Id, 3, default);

        Assert.Equal(["s0", "s1", "s3"], first.Select(row => row.Id));
        Assert.Equal(["s4"], second.Select(row => row.Id));
    }

    [Fact]
    public async Task Counts_every_article_in_its_state_and_nowhere_else()
    {
        var store = await CreateAsync();
        await store.SaveAsync([.. Enumerable.Range(0, 7).Select(i => new ArticleWrite(AnArticle.Row($"a{i}")))], default);
        ArticleState[] states = [ArticleState.Sent, ArticleState.Published, ArticleState.Withdrawn, ArticleState.Dead, ArticleState.Expired];
        for (var i = 0; i < states.Length; i++)
        {
            var state = states[i];
            await ChangeAsync(store, $"a{i}", row => new ArticleWrite(row with { State = state }));
        }

        var counts = await store.CountAsync(default);

        Assert.Equal(new ArticleCounts(Accepted: 7, Pending: 2, Sent: 1, Published: 1, Withdrawn: 1, Dead: 1, Expired: 1), counts);
        Assert.Equal(3, await store.CountBacklogAsync(default));
    }

    [Fact]
    public async Task Finds_what_was_published_before_an_instant_the_earliest_first()
    {
        var store = await CreateAsync();
        await store.SaveAsync(
            [
                new ArticleWrite(AnArticle.Row("later", ArticleState.Published, queuedAt: AnArticle.SomeTime.AddHours(2))),
                new ArticleWrite(AnArticle.Row("second", ArticleState.Published, queuedAt: AnArticle.SomeTime.AddHours(1))),
                new ArticleWrite(AnArticle.Row("first", ArticleState.Published, queuedAt: AnArticle.SomeTime)),
                new ArticleWrite(AnArticle.Row("on its way", ArticleState.Sent, queuedAt: AnArticle.SomeTime)),
                new ArticleWrite(AnArticle.Row("dead", ArticleState.Dead, queuedAt: AnArticle.SomeTime)),
            ],
            default);

        var found = await store.ReadPublishedBeforeAsync(AnArticle.SomeTime.AddHours(2), 10, default);
        var one = await store.ReadPublishedBeforeAsync(AnArticle.SomeTime.AddHours(2), 1, default);

        Assert.Equal(["first", "second"], found.Select(row => row.Id));
        Assert.Equal(["first"], one.Select(row => row.Id));
    }

    internal abstract Task<IArticleStore> CreateAsync();

    private static IRevisionStore Revisions(IArticleStore store) => Assert.IsType<IRevisionStore>(store, exactMatch: false);

    private static async Task ChangeAsync(IArticleStore store, string id, Func<Article, ArticleWrite> change)
    {
        var row = (await store.FindAsync([id], default))[id];
        Assert.Equal([true], await store.SaveAsync([change(row)], default));
    }
}
