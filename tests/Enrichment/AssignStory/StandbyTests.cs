using NewsPlatform.Enrichment.AnnounceStory;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

public sealed class StandbyTests
{
    private readonly LogInMemory _store = new();

    [Fact]
    public async Task A_standby_that_followed_the_log_takes_over_without_reading_it()
    {
        using var leader = NewDecider(new Heard());
        var heard = new Heard();
        using var standby = NewDecider(heard);
        await standby.ReplayAsync(default);
        var first = (await leader.CommitAsync([new AssignArticle(ACandidate.About(0, "first"))], default))[0].Decision!;

        await standby.FollowAsync(default);
        _store.CanBeRead = false;
        var second = (await standby.CommitAsync([new AssignArticle(ACandidate.About(0, "second", telling: 1))], default))[0].Decision!;

        Assert.Equal((first.StoryId, 2), (second.StoryId, second.Position));
        Assert.Equal([first.StoryId!], heard.Elsewhere);
    }

    [Fact]
    public async Task Following_before_the_first_replay_reads_nothing()
    {
        using var standby = NewDecider(new Heard());
        _store.CanBeRead = false;

        await standby.FollowAsync(default);
    }

    private StoryDecider NewDecider(IStoryChanges changes) =>
        ADecider.On(_store, changes: changes);

    private sealed class Heard : IStoryChanges
    {
        public List<string> Elsewhere { get; } = [];

        public void Changed(IReadOnlyList<StorySnapshot> stories)
        {
        }

        public void ChangedElsewhere(IReadOnlyList<StorySnapshot> stories) => Elsewhere.AddRange(stories.Select(story => story.StoryId));
    }
}
