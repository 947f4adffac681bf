using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

/// <summary>After a restore every decision counts as made beyond what the lost life gave out.</summary>
public sealed class StoriesResumedTests
{
    private const long Beyond = 290_000_000_000;

    private readonly StoryGrouper _grouper = new(new StoryGroupingOptions());

    [Fact]
    public void Every_story_and_membership_stands_anew_where_the_log_goes_on()
    {
        var first = Assign("a");
        Resume();

        var known = _grouper.Decide(ACandidate.About(1, "a"), ACandidate.Morning);

        Assert.Equal((StoryOutcome.Known, first.StoryId, Beyond), (known.Outcome, known.StoryId, known.Position));
        Assert.Equal([(first.StoryId!, Beyond)], _grouper.Versions());
        Assert.Equal(Beyond, _grouper.Snapshot(first.StoryId!)!.Version);
        Assert.Equal(["a"], _grouper.Snapshot(first.StoryId!)!.Moved);
    }

    [Fact]
    public void A_decision_after_it_is_newer_and_changes_no_story_but_its_own()
    {
        var untouched = Assign("a");
        Resume();

        var later = Assign("b", about: 2);

        Assert.Equal(Beyond + 1, later.Position);
        Assert.Equal(Beyond + 1, _grouper.Snapshot(later.StoryId!)!.Version);
        Assert.Equal(Beyond, _grouper.Snapshot(untouched.StoryId!)!.Version);
    }

    [Fact]
    public void Any_other_gap_in_the_log_is_refused()
    {
        Assign("a");

        Assert.Throws<InvalidOperationException>(() => _grouper.Apply(new ArticleRemoved { Position = 3, At = ACandidate.Morning, ArticleId = "a", Revision = 2 }));
        Assert.Throws<InvalidOperationException>(() => _grouper.Apply(new StoriesResumed { Position = 1, At = ACandidate.Morning }));
    }

    private StoryDecision Assign(string articleId, int about = 1)
    {
        var decision = _grouper.Decide(ACandidate.About(about, articleId), ACandidate.Morning);
        _grouper.Apply(decision.Entry!);
        return decision;
    }

    private void Resume() => _grouper.Apply(new StoriesResumed { Position = Beyond, At = ACandidate.Morning });
}
