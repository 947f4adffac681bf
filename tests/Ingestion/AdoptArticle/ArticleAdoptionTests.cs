using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.AdoptArticle;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.Tests.AdoptArticle;

/// <summary>A restored store is told what publishing holds.</summary>
public sealed class ArticleAdoptionTests
{
    private static readonly DateTimeOffset Restored = AnArticle.SomeTime;

    private static readonly Article Before = AnArticle.Row("a", ArticleState.Sent) with { AcceptedAt = Restored.AddHours(-2) };

    private static readonly Article Since = AnArticle.Row("a", ArticleState.Sent) with { AcceptedAt = Restored.AddHours(2) };

    [Fact]
    public void An_unknown_article_is_known_again_with_its_content_so_that_the_same_text_brings_no_revision()
    {
        var write = Decide(null, Told(3))!;

        Assert.Equal((3L, ArticleState.Published, 3L), (write.Article.Revision, write.Article.State, write.Article.AnsweredRevision));
        Assert.Equal("Pier is mended", write.Content!.Title);
        var (next, outcome) = ArticleAcceptance.Decide(write.Article, "a", Reading, ContentHash.Of(Reading.Article, null), Restored);
        Assert.Equal((null, AcceptanceOutcome.Unchanged), (next, outcome));
        Assert.Equal(4, ArticleAcceptance.Decide(write.Article, "a", Reading, "another", Restored).Next!.Revision);
    }

    [Fact]
    public void An_unknown_withdrawal_stays_withdrawn()
    {
        var write = Decide(null, Told(2, withdrawn: true))!;

        Assert.Equal((2L, ArticleState.Withdrawn, true), (write.Article.Revision, write.Article.State, write.Article.IsWithdrawal));
        Assert.Equal(AcceptanceOutcome.Withdrawn, ArticleAcceptance.Decide(write.Article, "a", Reading, "another", Restored).Outcome);
    }

    [Fact]
    public void What_was_accepted_before_the_restore_gives_way_to_the_newer_revision()
    {
        var write = Decide(Before, Told(5))!;

        Assert.Equal((5L, ArticleState.Published), (write.Article.Revision, write.Article.State));
        Assert.Equal(ContentChange.Replace, write.Change);
    }

    [Theory, InlineData(1), InlineData(5)]
    public void What_was_accepted_since_goes_out_above_the_number_when_it_is_another_content(long held)
    {
        var write = Decide(Since, Told(held))!;

        Assert.Equal((held + 1, ArticleState.Pending, 0, held), (write.Article.Revision, write.Article.State, write.Article.Attempts, write.Article.AnsweredRevision));
        Assert.Equal(ContentChange.Keep, write.Change);
    }

    [Theory, InlineData(1), InlineData(5)]
    public void What_was_accepted_since_takes_over_the_number_when_it_is_the_same_content(long held)
    {
        var write = Decide(Since with { ContentHash = ArticleAdoption.HashOf(AnArticle.Content()) }, Told(held))!;

        Assert.Equal((held, ArticleState.Published), (write.Article.Revision, write.Article.State));
    }

    [Fact]
    public void A_withdrawal_that_was_lost_comes_back_unless_somebody_pushed_the_article_since()
    {
        var polled = Decide(Since, Told(5, withdrawn: true))!;
        var pushed = Decide(Since with { Origin = ReadingOrigin.Push }, Told(5, withdrawn: true))!;

        Assert.Equal((5L, ArticleState.Withdrawn, ContentChange.Remove), (polled.Article.Revision, polled.Article.State, polled.Change));
        Assert.Equal((6L, ArticleState.Pending), (pushed.Article.Revision, pushed.Article.State));
    }

    [Fact]
    public void A_withdrawal_since_the_restore_goes_out_above_the_content_that_publishing_holds()
    {
        var write = Decide(Since with { Revision = 2, IsWithdrawal = true }, Told(2))!;

        Assert.Equal((3L, ArticleState.Pending, true), (write.Article.Revision, write.Article.State, write.Article.IsWithdrawal));
    }

    [Fact]
    public void An_older_revision_or_the_same_told_again_changes_nothing()
    {
        Assert.Null(Decide(Since with { Revision = 6 }, Told(5)));
        Assert.Null(Decide(Decide(Before, Told(5))!.Article, Told(5)));
    }

    private static ArticleReading Reading => AnArticle.Reading("https://news.example/pier");

    private static ArticleWrite? Decide(Article? row, ArticleTold told) => ArticleAdoption.Decide(row, told, Restored, Restored.AddHours(3));

    private static ArticleTold Told(long revision, bool withdrawn = false) => new()
    {
        Held = new HeldArticle { ArticleId = "a", Revision = revision, Withdrawn = withdrawn, PublishedAt = Restored.AddHours(-1) },
        Content = withdrawn ? null : AnArticle.Content(),
        AnsweredAt = Restored.AddHours(3),
    };
}
