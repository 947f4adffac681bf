using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.Enrichment.Tests.AssignStory.Regrouping;

public sealed class StoryRegrouperTests
{
    private readonly StoryGrouper _grouper = new(new StoryGroupingOptions());

    [Fact]
    public void Merges_two_stories_that_a_later_article_shows_to_be_one()
    {
        var dock = Take(AWording.Of("dock", "abcd"));
        var crane = Take(AWording.Of("crane", "efgh"));

        Take(AWording.Of("both", "abcdefg"));

        Assert.Equal(["dock", "both", "crane"], _grouper.Snapshot(dock)!.ArticleIds);
        Assert.Equal(dock, _grouper.Snapshot(crane)!.MergedInto);
        Assert.Equal(["crane"], _grouper.Snapshot(dock)!.Moved);
    }

    [Fact]
    public void Leaves_two_stories_apart_that_a_later_article_resembles_by_little()
    {
        var dock = Take(AWording.Of("dock", "abcd"));
        var crane = Take(AWording.Of("crane", "efgh"));

        Take(AWording.Of("dock-2", "abcdef"));

        Assert.Equal(["dock", "dock-2"], _grouper.Snapshot(dock)!.ArticleIds);
        Assert.Equal(["crane"], _grouper.Snapshot(crane)!.ArticleIds);
    }

    [Fact]
    public void Splits_what_turns_out_to_be_two()
    {
        var story = Chain();

        Take(AWording.Of("first-again", "abcd"));

        Assert.Equal(["first", "bridge", "first-again"], _grouper.Snapshot(story)!.ArticleIds);
        var apart = _grouper.Snapshot(_grouper.StoryOf("other")!)!;
        Assert.Equal((story, "other"), (apart.SplitFrom, Assert.Single(apart.ArticleIds)));
        Assert.Equal(["other"], apart.Moved);
    }

    [Theory]
    [InlineData("pin")]
    [InlineData("merge")]
    [InlineData("split")]
    public void Leaves_a_story_alone_that_an_editor_has_had_in_hand(string edit)
    {
        var story = Chain();
        var entry = edit switch
        {
            "pin" => _grouper.Editor.Pin(story, "other", ACandidate.Morning).Entry,
            "merge" => _grouper.Editor.Merge(story, Take(AWording.Of("elsewhere", "wxyz")), ACandidate.Morning).Entry,
            _ => _grouper.Editor.Split(Take(AWording.Of("extra", "abcdef")), ["extra"], ACandidate.Morning).Entry,
        };
        _grouper.Apply(entry!);

        Take(AWording.Of("first-again", "abcd"));

        Assert.Equal(story, _grouper.StoryOf("other"));
    }

    [Fact]
    public void Does_not_merge_again_what_an_editor_has_split()
    {
        var story = Take(AWording.Of("dock", "abcd"));
        Take(AWording.Of("dock-2", "abcd"));
        var apart = _grouper.Editor.Split(story, ["dock-2"], ACandidate.Morning);
        _grouper.Apply(apart.Entry!);

        Take(AWording.Of("dock-3", "abcd"));

        Assert.Equal(apart.StoryId, _grouper.StoryOf("dock-2"));
        Assert.Equal(story, _grouper.StoryOf("dock"));
    }

    [Fact]
    public void An_editors_word_on_what_was_merged_by_itself_holds_from_then_on()
    {
        var dock = Take(AWording.Of("dock", "abcd"));
        var crane = Take(AWording.Of("crane", "efgh"));
        Take(AWording.Of("both", "abcdefg"));

        _grouper.Apply(_grouper.Editor.Merge(dock, crane, ACandidate.Morning).Entry!);
        Take(AWording.Of("dock-2", "abcd"));
        Take(AWording.Of("dock-3", "abcd"));

        Assert.Equal(dock, _grouper.StoryOf("crane"));
        Assert.Null(_grouper.Editor.Merge(dock, crane, ACandidate.Morning).Entry);
    }

    [Fact]
    public void Merges_stories_of_two_languages_when_a_later_article_names_enough_of_both()
    {
        string[] names = ["Larvik", "Aurora", "Brannock", "Kestrel", "Dovmark"];
        var english = Take(AWording.Of("en-1", "abcd") with { EntityNames = [.. names.Take(2)] });
        var russian = Take(AWording.Of("ru-1", "mnop", "ru") with { EntityNames = ["Ларвик", "Аврора", "Браннок", "Кестрел", "Довмарк"] });
        Assert.NotEqual(english, russian);

        Take(AWording.Of("en-2", "abcde") with { EntityNames = names });

        Assert.Equal(english, _grouper.StoryOf("ru-1"));
        Assert.Equal(english, _grouper.Snapshot(russian)!.MergedInto);
    }

    [Fact]
    public void Tells_an_article_as_late_that_was_published_long_before_what_its_story_holds()
    {
        Take(AWording.Of("dock", "abcd", later: TimeSpan.FromHours(20)));

        var late = _grouper.Decide(AWording.Of("dock-2", "abcd") with { SeenAt = ACandidate.Morning + TimeSpan.FromHours(21) }, ACandidate.Morning);
        _grouper.Apply(late.Entry!);
        var again = _grouper.Decide(AWording.Of("dock-2", "abcd"), ACandidate.Morning);
        var soon = _grouper.Decide(AWording.Of("dock-3", "abcd", later: TimeSpan.FromHours(19)), ACandidate.Morning);

        Assert.Equal((StoryOutcome.Joined, true), (late.Outcome, late.IsLate));
        Assert.Equal((StoryOutcome.Known, true), (again.Outcome, again.IsLate));
        Assert.False(soon.IsLate);
    }

    [Fact]
    public void An_article_that_was_late_in_one_story_is_not_told_so_in_the_one_that_it_is_moved_to()
    {
        var other = Take(AWording.Of("other", "mnop"));
        Take(AWording.Of("dock", "abcd", later: TimeSpan.FromHours(20)));
        _grouper.Apply(_grouper.Decide(AWording.Of("dock-2", "abcd") with { SeenAt = ACandidate.Morning + TimeSpan.FromHours(21) }, ACandidate.Morning).Entry!);

        _grouper.Apply(_grouper.Editor.Pin(other, "dock-2", ACandidate.Morning).Entry!);

        var known = _grouper.Decide(AWording.Of("dock-2", "abcd"), ACandidate.Morning);
        var revised = _grouper.Decide(AWording.Of("dock-2", "abcd") with { Revision = 2 }, ACandidate.Morning);
        Assert.Equal([(other, false), (other, false)], new[] { known, revised }.Select(decision => (decision.StoryId!, decision.IsLate)));
    }

    // Each like the one before it; the first and the last share nothing.
    private string Chain()
    {
        var story = Take(AWording.Of("first", "abcd"));
        Assert.Equal(story, Take(AWording.Of("bridge", "bcdef")));
        Assert.Equal(story, Take(AWording.Of("other", "efgh")));
        return story;
    }

    private string Take(StoryCandidate candidate)
    {
        var decision = _grouper.Decide(candidate, candidate.SeenAt);
        _grouper.Apply(decision.Entry!);
        if (_grouper.Regroup(decision, candidate.SeenAt) is { } regrouping)
        {
            _grouper.Apply(regrouping);
        }

        return _grouper.StoryOf(candidate.ArticleId)!;
    }
}
