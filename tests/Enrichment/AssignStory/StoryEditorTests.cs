using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

public sealed class StoryEditorTests
{
    private readonly StoryGrouper _grouper = new(new StoryGroupingOptions());
    private readonly string _ferry;
    private readonly string _vote;

    public StoryEditorTests()
    {
        _ferry = Take(ACandidate.About(0, "ferry-1"));
        Take(ACandidate.About(0, "ferry-2", telling: 1));
        _vote = Take(ACandidate.About(1, "vote-1"));
    }

    [Fact]
    public void Merges_all_members_and_says_where_they_went()
    {
        Apply(_grouper.Editor.Merge(_ferry, _vote, ACandidate.Morning));

        Assert.Equal(["ferry-1", "ferry-2", "vote-1"], _grouper.Snapshot(_ferry)!.ArticleIds);
        Assert.Equal(_ferry, _grouper.Snapshot(_vote)!.MergedInto);
        Assert.Empty(_grouper.Snapshot(_vote)!.ArticleIds);
        Assert.Equal(_ferry, Take(ACandidate.About(1, "vote-2", telling: 1)));
    }

    [Fact]
    public void Answers_a_merge_that_is_done_already_without_a_new_entry()
    {
        Apply(_grouper.Editor.Merge(_ferry, _vote, ACandidate.Morning));

        var again = _grouper.Editor.Merge(_ferry, _vote, ACandidate.Morning);

        Assert.Equal((_ferry, null, null), (again.StoryId, again.Entry, again.Refusal));
    }

    [Fact]
    public void Splits_articles_into_a_story_of_their_own()
    {
        var split = Apply(_grouper.Editor.Split(_ferry, ["ferry-1"], ACandidate.Morning));

        Assert.NotEqual(_ferry, split);
        Assert.Equal(["ferry-1"], _grouper.Snapshot(split)!.ArticleIds);
        Assert.Equal(["ferry-2"], _grouper.Snapshot(_ferry)!.ArticleIds);
    }

    [Fact]
    public void Pins_an_article_into_a_story_where_its_next_revision_stays()
    {
        Apply(_grouper.Editor.Pin(_vote, "ferry-2", ACandidate.Morning));

        Assert.Equal(["vote-1", "ferry-2"], _grouper.Snapshot(_vote)!.ArticleIds);
        Assert.Equal(_vote, Take(ACandidate.About(0, "ferry-2", telling: 1, revision: 2)));
    }

    [Fact]
    public void A_pinned_article_that_was_withdrawn_comes_back_where_it_was_pinned_though_that_story_was_merged_meanwhile()
    {
        var chess = Take(ACandidate.About(3, "chess-1"));
        Apply(_grouper.Editor.Pin(_vote, "ferry-2", ACandidate.Morning));
        _grouper.Apply(_grouper.Withdraw("ferry-2", 2, ACandidate.Morning).Entry!);
        Apply(_grouper.Editor.Merge(chess, _vote, ACandidate.Morning));

        Assert.Equal(chess, Take(ACandidate.About(0, "ferry-2", telling: 1, revision: 3)));
    }

    [Fact]
    public void Tells_which_members_were_moved_until_they_are_assigned_anew_or_leave()
    {
        Apply(_grouper.Editor.Merge(_ferry, _vote, ACandidate.Morning));
        Apply(_grouper.Editor.Split(_ferry, ["ferry-1"], ACandidate.Morning));

        Assert.Equal(["vote-1"], _grouper.Snapshot(_ferry)!.Moved);
        Take(ACandidate.About(1, "vote-1", revision: 2));
        Assert.Empty(_grouper.Snapshot(_ferry)!.Moved);
    }

    [Fact]
    public void Refuses_to_move_more_articles_into_a_story_than_its_announcement_can_name()
    {
        var crowd = "";
        for (var i = 0; i <= StoryEditor.MaxMoved; i++)
        {
            crowd = Take(ACandidate.About(2, $"crowd-{i}"));
        }

        var refused = _grouper.Editor.Merge(_ferry, crowd, ACandidate.Morning);

        Assert.Equal(StoryRefusal.Conflict, refused.Refusal);
        Assert.Contains("5001", refused.Sentence, StringComparison.Ordinal);
        Assert.NotNull(_grouper.Editor.Merge(crowd, _ferry, ACandidate.Morning).Entry);
    }

    [Fact]
    public void Refuses_what_cannot_be_done_with_a_sentence()
    {
        Assert.Equal(StoryRefusal.NotFound, _grouper.Editor.Merge(_ferry, "nowhere", ACandidate.Morning).Refusal);
        Assert.Equal(StoryRefusal.Conflict, _grouper.Editor.Merge(_ferry, _ferry, ACandidate.Morning).Refusal);
        Assert.Equal(StoryRefusal.NotFound, _grouper.Editor.Pin(_ferry, "nothing", ACandidate.Morning).Refusal);
        Assert.Contains("vote-1", _grouper.Editor.Split(_ferry, ["vote-1"], ACandidate.Morning).Sentence, StringComparison.Ordinal);
        Assert.Contains("leave some", _grouper.Editor.Split(_vote, ["vote-1"], ACandidate.Morning).Sentence, StringComparison.Ordinal);
    }

    private string Take(StoryCandidate candidate)
    {
        var decision = _grouper.Decide(candidate, candidate.SeenAt);
        _grouper.Apply(decision.Entry!);
        return decision.StoryId!;
    }

    private string Apply(StoryEdit edit)
    {
        _grouper.Apply(edit.Entry!);
        return edit.StoryId!;
    }
}
