using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.CloseJourney;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.Tests.CloseJourney;

public sealed class JourneyClosingTests
{
    [Fact]
    public void An_answer_to_an_older_revision_ends_that_journey_and_leaves_the_newer_one_in_flight()
    {
        var write = JourneyClosing.Decide(AnArticle.Row("a", ArticleState.Sent, revision: 3), Held(2), AnArticle.SomeTime);

        Assert.Equal((ArticleState.Sent, 2L), (write?.Article.State, write?.Article.AnsweredRevision));
        Assert.All(write!.Article.Steps, step => Assert.Equal(2, step.Revision));
        Assert.Null(JourneyClosing.Decide(write.Article, Held(1), AnArticle.SomeTime));
    }

    [Fact]
    public void The_same_answer_again_changes_nothing()
    {
        var closed = JourneyClosing.Decide(AnArticle.Row("a", ArticleState.Sent), Held(1), AnArticle.SomeTime)!.Article;

        Assert.Equal(ArticleState.Published, closed.State);
        Assert.Null(JourneyClosing.Decide(closed, Held(1), AnArticle.SomeTime));
    }

    [Fact]
    public void A_higher_answered_revision_raises_the_number_and_issues_the_article_again()
    {
        var write = JourneyClosing.Decide(AnArticle.Row("a", ArticleState.Sent, revision: 2), Held(5), AnArticle.SomeTime)!;

        Assert.Equal((6L, ArticleState.Pending, 0, 5L), (write.Article.Revision, write.Article.State, write.Article.Attempts, write.Article.AnsweredRevision));
        Assert.Equal(ContentChange.Keep, write.Change);
    }

    [Fact]
    public void What_publishing_holds_as_withdrawn_does_not_come_back_by_a_restored_store()
    {
        var write = JourneyClosing.Decide(AnArticle.Row("a", ArticleState.Sent, revision: 2), Held(5, withdrawn: true), AnArticle.SomeTime)!;

        Assert.Equal((5L, ArticleState.Withdrawn, true), (write.Article.Revision, write.Article.State, write.Article.IsWithdrawal));
        Assert.Equal(ContentChange.Remove, write.Change);
    }

    [Fact]
    public void A_withdrawal_that_publishing_knows_only_as_content_is_issued_again()
    {
        var withdrawal = AnArticle.Row("a", ArticleState.Sent, revision: 2) with { IsWithdrawal = true };

        var write = JourneyClosing.Decide(withdrawal, Held(2), AnArticle.SomeTime)!;

        Assert.Equal((3L, ArticleState.Pending, true), (write.Article.Revision, write.Article.State, write.Article.IsWithdrawal));
    }

    private static HeldArticle Held(long revision, bool withdrawn = false) =>
        new() { ArticleId = "a", Revision = revision, Withdrawn = withdrawn, PublishedAt = AnArticle.SomeTime };
}
