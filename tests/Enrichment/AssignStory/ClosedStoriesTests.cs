using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Enrichment.AssignStory.Snapshots;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

/// <summary>Stories that have closed stand packed: nearly all that a long log comes to is of these.</summary>
public sealed class ClosedStoriesTests
{
    private static readonly TimeSpan AfterItCloses = TimeSpan.FromDays(30);

    [Fact]
    public void A_story_is_packed_when_it_closes_and_is_whole_when_it_is_asked_for()
    {
        var grouper = new StoryGrouper(new StoryGroupingOptions());
        var story = Decide(grouper, 0, "1", default);
        Decide(grouper, 0, "2", TimeSpan.FromHours(1));
        var before = grouper.Snapshot(story)!;

        Decide(grouper, 1, "3", AfterItCloses);

        Assert.Single(grouper.Copy().ClosedBefore.Records);
        Assert.DoesNotContain(Id("1"), grouper.Copy().Articles);
        var after = grouper.Snapshot(story)!;
        Assert.Equal([Id("1"), Id("2")], after.ArticleIds);
        Assert.Equal(before with { ArticleIds = after.ArticleIds, Moved = after.Moved }, after);
        Assert.Equal(story, grouper.StoryOf(Id("2")));
    }

    [Fact]
    public void A_story_that_a_trial_would_close_is_packed_when_the_trial_is_kept_and_stays_open_when_it_is_taken_back()
    {
        var grouper = new StoryGrouper(new StoryGroupingOptions());
        var story = Decide(grouper, 0, "1", default);
        var soon = ACandidate.About(0, Id("2"), later: TimeSpan.FromHours(1));

        grouper.BeginTrial();
        Decide(grouper, 1, "3", AfterItCloses);
        var duringTrial = grouper.Copy().ClosedBefore.Records.Count;
        grouper.TakeBackTrial();
        var afterTakingBack = (grouper.Copy().ClosedBefore.Records.Count, grouper.Decide(soon, soon.SeenAt).StoryId);
        grouper.BeginTrial();
        Decide(grouper, 1, "3", AfterItCloses);
        grouper.KeepTrial();

        Assert.Equal(0, duringTrial);
        Assert.Equal((0, story), afterTakingBack);
        Assert.Single(grouper.Copy().ClosedBefore.Records);
    }

    [Fact]
    public void Ids_of_one_hash_are_told_apart_and_a_thousand_are_found()
    {
        var places = new PlacesByHash();
        for (var place = 0; place < 1_000; place++)
        {
            places.Add(place / 2, place);
        }

        Assert.Equal([14, 15], Under(7));
        Assert.Equal([998, 999], Under(499));
        Assert.Empty(Under(500));

        List<int> Under(int hash)
        {
            var (found, at) = (new List<int>(), -1);
            while (places.Next(hash, ref at, out var place))
            {
                found.Add(place);
            }

            return found;
        }
    }

    private static string Decide(StoryGrouper grouper, int happening, string article, TimeSpan later)
    {
        var candidate = ACandidate.About(happening, Id(article), later: later);
        var decision = grouper.Decide(candidate, candidate.SeenAt);
        grouper.Apply(decision.Entry!);
        return decision.StoryId!;
    }

    private static string Id(string article) => article.PadLeft(32, '0');
}
