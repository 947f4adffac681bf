using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ReadFeed;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.AcceptArticle;

public sealed class ReadingCommitTests : IDisposable
{
    private readonly Intake _intake = new();

    [Fact]
    public async Task An_article_is_known_by_any_of_its_addresses()
    {
        var first = await _intake.AcceptAsync(AnArticle.Reading("https://www.news.example/a?from=mail", canonical: "https://news.example/a"));
        var byCanonical = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/a"));
        var byFetched = await _intake.AcceptAsync(AnArticle.Reading("https://www.news.example/a?from=mail", words: "Rewritten without the canonical address."));

        Assert.Equal((AcceptanceOutcome.Added, AcceptanceOutcome.Unchanged, AcceptanceOutcome.Revised), (first.Outcome, byCanonical.Outcome, byFetched.Outcome));
        Assert.Equal((first.Id, first.Id, 2L), (byCanonical.Id, byFetched.Id, byFetched.Revision));
    }

    [Fact]
    public async Task A_canonical_address_that_different_contents_share_is_ignored()
    {
        var first = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/a", canonical: "https://news.example/news"));
        var other = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/b", "Skating begins", Intake.OtherWords, canonical: "https://news.example/news"));
        var otherAgain = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/b", "Skating begins", Intake.OtherWords, canonical: "https://news.example/news"));
        var edited = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/a?edition=2", "Pier is mended at last", canonical: "https://news.example/news"));

        Assert.NotEqual(first.Id, other.Id);
        Assert.Equal((other.Id, AcceptanceOutcome.Unchanged), (otherAgain.Id, otherAgain.Outcome));
        Assert.Equal((first.Id, AcceptanceOutcome.Revised), (edited.Id, edited.Outcome));
        Assert.Equal("https://news.example/b", (await _intake.Articles.FindAsync([other.Id], default))[other.Id].Url);
    }

    [Fact]
    public async Task An_address_that_a_page_only_claimed_is_free_for_the_article_that_is_read_there()
    {
        var claimant = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/a", canonical: "https://news.example/b"));
        var holder = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/b", "Skating begins", Intake.OtherWords));
        var holderEdited = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/b", "Skating ends", Intake.OtherWords));
        var copy = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/c", "Skating ends", Intake.OtherWords, canonical: "https://news.example/b"));

        Assert.NotEqual(claimant.Id, holder.Id);
        Assert.Equal((holder.Id, 1L), (holder.Id, holder.Revision));
        Assert.Equal((holder.Id, 2L), (holderEdited.Id, holderEdited.Revision));
        Assert.Equal((holder.Id, AcceptanceOutcome.Unchanged), (copy.Id, copy.Outcome));
    }

    [Fact]
    public async Task An_article_whose_claimed_address_proves_to_be_another_s_is_shown_under_its_own_from_its_next_reading_on()
    {
        var claiming = AnArticle.Reading("https://news.example/a", canonical: "https://news.example/b");
        var first = await _intake.AcceptAsync(claiming);
        await _intake.AcceptAsync(AnArticle.Reading("https://news.example/b", "Skating begins", Intake.OtherWords));

        var corrected = await _intake.AcceptAsync(claiming);
        var again = await _intake.AcceptAsync(claiming);

        Assert.Equal((first.Id, AcceptanceOutcome.Revised, 2L), (corrected.Id, corrected.Outcome, corrected.Revision));
        Assert.Equal((first.Id, AcceptanceOutcome.Unchanged, 2L), (again.Id, again.Outcome, again.Revision));
        Assert.Equal("https://news.example/a", (await _intake.Articles.FindAsync([first.Id], default))[first.Id].Url);
        Assert.Equal("https://news.example/a", (await _intake.Articles.ReadContentsAsync([first.Id], default))[first.Id].Content.Url);
    }

    [Fact]
    public async Task A_rewritten_article_that_was_read_at_the_address_it_claimed_stays_one()
    {
        var first = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/a", canonical: "https://news.example/b"));
        var seenThere = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/b"));

        var rewritten = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/b", "Skating begins", Intake.OtherWords));

        Assert.Equal((first.Id, first.Id, 2L), (seenThere.Id, rewritten.Id, rewritten.Revision));
    }

    [Fact]
    public async Task Readings_of_one_article_in_one_group_become_revisions_in_their_order()
    {
        var accepted = await _intake.Commit().CommitAsync(
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
        Assert.Equal(2, (await _intake.Articles.CountAsync(default)).Accepted);
    }

    [Theory]
    [InlineData("https://news.example/pier", "https://www.news.example/pier?utm_source=rss", "https://m.news.example/pier", "https://news.example/pier/amp", "https://news.example/pier?print=1")]
    [InlineData("https://news.example/a/1234567-pier-is-mended", "https://news.example/b/1234567-pier-was-mended", "https://news.example/1234567-x", "https://m.news.example/a/pier-1234567.html", "https://news.example/a/1234567")]
    public async Task The_same_article_from_five_feeds_is_one_article_that_was_seen_in_five(params string[] addresses)
    {
        var accepted = new List<AcceptedArticle>();
        for (var i = 0; i < addresses.Length; i++)
            accepted.Add(await _intake.AcceptAsync(AnArticle.Reading(addresses[i], source: $"Feed {i}")));

        var again = await _intake.AcceptAsync(AnArticle.Reading(addresses[1], source: "Feed 1"));

        Assert.Single(accepted.Append(again).Select(one => one.Id).Distinct());
        Assert.All(accepted.Append(again), one => Assert.Equal(1, one.Revision));
        var row = (await _intake.Articles.FindAsync([again.Id], default))[again.Id];
        Assert.Equal(["Feed 0", "Feed 1", "Feed 2", "Feed 3", "Feed 4"], row.SeenIn.Select(sighting => sighting.Name));
        Assert.Equal(addresses, row.SeenIn.Select(sighting => sighting.Url));
        Assert.Equal(1, (await _intake.Articles.CountAsync(default)).Accepted);
    }

    [Fact]
    public async Task An_edited_article_under_a_new_address_is_a_revision_shown_under_its_first_source()
    {
        var first = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/news/old-words", feedId: "tag:news.example:77", source: "World"));
        var edited = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/news/new-words", "Pier is mended at last", feedId: "tag:news.example:77", source: "Local"));
        var other = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/news/skating", "Skating begins", Intake.OtherWords, feedId: "tag:news.example:77"));

        Assert.Equal((first.Id, 2L), (edited.Id, edited.Revision));
        Assert.NotEqual(first.Id, other.Id);
        Assert.Equal("World", (await _intake.Articles.ReadContentsAsync([first.Id], default))[first.Id].Content.Source.Name);
    }

    [Fact]
    public async Task Different_articles_under_prints_of_one_address_stay_two_and_each_keeps_its_own_revisions()
    {
        var desktop = await _intake.AcceptAsync(AnArticle.Reading("https://www.news.example/today"));
        var mobile = await _intake.AcceptAsync(AnArticle.Reading("https://m.news.example/today", "Skating begins", Intake.OtherWords));
        var mobileAgain = await _intake.AcceptAsync(AnArticle.Reading("https://m.news.example/today", "Pier is mended"));
        var desktopAgain = await _intake.AcceptAsync(AnArticle.Reading("https://www.news.example/today"));

        Assert.NotEqual(desktop.Id, mobile.Id);
        Assert.Equal((mobile.Id, 2L), (mobileAgain.Id, mobileAgain.Revision));
        Assert.Equal((desktop.Id, 1L), (desktopAgain.Id, desktopAgain.Revision));
    }

    [Fact]
    public async Task What_one_list_tells_beside_the_words_stays_when_another_brings_the_edited_page()
    {
        var told = new ArticleExtras(Place: new ArticlePlace("Lindmoor"));
        var first = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/a") with { Extras = told });

        var edited = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/a", words: "Changed words about the pier."));
        var reread = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/a", words: "What today's rules make of it.") with { IsFromArchive = true });
        var shown = (await _intake.Articles.ReadContentsAsync([first.Id], default))[first.Id].Content.Place;
        await _intake.AcceptAsync(AnArticle.Reading("https://news.example/a", words: "The pusher's whole word.", origin: ReadingOrigin.Push));

        Assert.Equal((2L, 3L, "Lindmoor"), (edited.Revision, reread.Revision, shown?.Name));
        Assert.Null((await _intake.Articles.ReadContentsAsync([first.Id], default))[first.Id].Content.Place);
    }

    [Fact]
    public async Task A_feed_text_does_not_replace_what_came_from_the_page()
    {
        await _intake.AcceptAsync(AnArticle.Reading("https://news.example/a"));

        var fromFeed = await _intake.AcceptAsync(AnArticle.Reading("https://news.example/a", words: "The short print of the feed.", origin: ReadingOrigin.Feed));

        Assert.Equal((AcceptanceOutcome.Unchanged, 1L), (fromFeed.Outcome, fromFeed.Revision));
    }

    public void Dispose() => _intake.Dispose();
}
