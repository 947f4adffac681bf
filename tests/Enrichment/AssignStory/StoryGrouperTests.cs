using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

public sealed class StoryGrouperTests
{
    private readonly StoryGrouper _grouper = new(new StoryGroupingOptions());

    [Fact]
    public void Joins_two_tellings_of_one_event_and_says_by_which_words()
    {
        var first = Take(ACandidate.About(0, "a"));
        var second = Take(ACandidate.About(0, "b", telling: 1));
        var other = Take(ACandidate.About(1, "c"));

        Assert.Equal(first.StoryId, second.StoryId);
        Assert.Contains("aurora", Assert.IsType<ArticleAssigned>(second.Entry).Compared.Shared);
        Assert.Equal(StoryOutcome.Opened, other.Outcome);
        Assert.NotEqual(first.StoryId, other.StoryId);
    }

    [Fact]
    public void Gives_the_stored_decision_again_without_a_new_entry()
    {
        var first = Take(ACandidate.About(0, "a"));

        var again = Take(ACandidate.About(0, "a"));

        Assert.Equal(StoryOutcome.Known, again.Outcome);
        Assert.Null(again.Entry);
        Assert.Equal((first.StoryId, first.Position), (again.StoryId, again.Position));
    }

    [Fact]
    public void Keeps_a_newer_revision_in_its_story_and_in_its_place()
    {
        Take(ACandidate.About(0, "a"));
        Take(ACandidate.About(0, "b", telling: 1));

        var revised = Take(ACandidate.About(1, "a", revision: 2));

        Assert.Equal(["a", "b"], _grouper.Snapshot(revised.StoryId!)!.ArticleIds);
        Assert.Equal(3, revised.Position);
        Assert.Equal(StoryOutcome.Known, Take(ACandidate.About(0, "a")).Outcome);
    }

    [Fact]
    public void Takes_a_withdrawn_article_out_and_lets_nothing_older_bring_it_back()
    {
        var story = Take(ACandidate.About(0, "a")).StoryId!;
        Take(ACandidate.About(0, "b", telling: 1));

        Apply(_grouper.Withdraw("a", 2, ACandidate.Morning));

        Assert.Equal(["b"], _grouper.Snapshot(story)!.ArticleIds);
        Assert.Equal(StoryOutcome.Superseded, Take(ACandidate.About(0, "a")).Outcome);
        Assert.Null(_grouper.Withdraw("a", 2, ACandidate.Morning).Entry);
        Assert.Equal(story, Take(ACandidate.About(0, "a", revision: 3)).StoryId);
    }

    [Fact]
    public void Remembers_a_withdrawal_that_comes_before_the_article()
    {
        Apply(_grouper.Withdraw("a", 2, ACandidate.Morning));

        Assert.Equal(StoryOutcome.Superseded, Take(ACandidate.About(0, "a")).Outcome);
    }

    [Fact]
    public void Names_the_first_article_of_a_text_that_is_reprinted()
    {
        var first = Take(ACandidate.About(2, "a"));
        var reprint = Take(ACandidate.Of("b", "Agency: what we know this morning", "A fire at the Quillan glassworks injured nine workers and destroyed furnace hall three."));
        var third = Take(ACandidate.About(2, "c"));

        Assert.Equal((first.StoryId, "a"), (reprint.StoryId, reprint.Repeats?.Of));
        Assert.Equal("a", third.Repeats?.Of);
    }

    [Fact]
    public void Keeps_alike_events_apart_that_lie_further_apart_than_the_window()
    {
        var first = Take(ACandidate.About(0, "a"));
        var near = Take(ACandidate.About(0, "b", telling: 1, later: TimeSpan.FromDays(4)));
        var far = Take(ACandidate.About(0, "c", later: TimeSpan.FromDays(30)));

        Assert.Equal(first.StoryId, near.StoryId);
        Assert.NotEqual(first.StoryId, far.StoryId);
    }

    [Fact]
    public void Opens_a_story_anew_when_its_only_article_comes_back_after_a_withdrawal()
    {
        var story = Take(ACandidate.About(0, "a")).StoryId!;
        Apply(_grouper.Withdraw("a", 2, ACandidate.Morning));
        Take(ACandidate.About(1, "late", later: TimeSpan.FromDays(30)));

        var back = Take(ACandidate.About(0, "a", later: TimeSpan.FromDays(30), revision: 3));
        var joiner = Take(ACandidate.About(0, "b", telling: 1, later: TimeSpan.FromDays(30)));

        Assert.Equal(story, back.StoryId);
        Assert.Equal(story, joiner.StoryId);
    }

    [Fact]
    public void Refuses_an_entry_that_is_not_the_next()
    {
        var decision = _grouper.Decide(ACandidate.About(0, "a"), ACandidate.Morning);
        _grouper.Apply(decision.Entry!);

        Assert.Throws<InvalidOperationException>(() => _grouper.Apply(decision.Entry!));
    }

    private StoryDecision Take(StoryCandidate candidate) => Apply(_grouper.Decide(candidate, candidate.SeenAt));

    private StoryDecision Apply(StoryDecision decision)
    {
        if (decision.Entry is { } entry)
        {
            _grouper.Apply(entry);
        }

        return decision;
    }
}
