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

    [Theory, InlineData(3, false), InlineData(3, true), InlineData(2, true)]
    public void What_publishing_holds_and_the_row_does_not_know_is_missed_and_changes_nothing_by_itself(long revision, bool withdrawn)
    {
        var row = AnArticle.Row("a", ArticleState.Sent, revision: 2);

        Assert.True(JourneyClosing.IsMissed(row, Held(revision, withdrawn), restoredAt: null));
        Assert.Null(JourneyClosing.Decide(row, Held(revision, withdrawn), AnArticle.SomeTime));
    }

    [Fact]
    public void A_number_given_out_since_a_restore_is_doubted_when_publishing_held_it_before()
    {
        var row = AnArticle.Row("a", ArticleState.Sent, revision: 2);
        var held = Held(2);

        Assert.False(JourneyClosing.IsMissed(row with { AcceptedAt = held.PublishedAt.AddHours(1) }, held, restoredAt: null));
        Assert.True(JourneyClosing.IsMissed(row with { AcceptedAt = held.PublishedAt.AddHours(1) }, held, restoredAt: held.PublishedAt.AddMinutes(30)));
        Assert.False(JourneyClosing.IsMissed(row with { AcceptedAt = held.PublishedAt.AddHours(-1) }, held, restoredAt: held.PublishedAt.AddMinutes(-30)));
        Assert.False(JourneyClosing.IsMissed(row with { AcceptedAt = held.PublishedAt.AddHours(1), State = ArticleState.Published }, held, restoredAt: held.PublishedAt.AddMinutes(30)));
    }

    [Fact]
    public void The_answers_own_time_is_kept_not_that_of_its_arrival()
    {
        var answeredAt = AnArticle.SomeTime.AddMinutes(-5);

        Assert.Equal(answeredAt, JourneyClosing.Decide(AnArticle.Row("a", ArticleState.Sent), Held(1), answeredAt)!.Article.AnsweredAt);
    }

    private static HeldArticle Held(long revision, bool withdrawn = false) =>
        new() { ArticleId = "a", Revision = revision, Withdrawn = withdrawn, PublishedAt = AnArticle.SomeTime };
}
