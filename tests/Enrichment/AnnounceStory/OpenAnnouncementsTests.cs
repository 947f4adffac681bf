using Microsoft.Extensions.Options;
using NewsPlatform.Contracts.Stories;
using NewsPlatform.Enrichment.AnnounceStory;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Testing;

namespace NewsPlatform.Enrichment.Tests.AnnounceStory;

public sealed class OpenAnnouncementsTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ManualClock _clock = new();
    private readonly OpenAnnouncements _open;

    public OpenAnnouncementsTests() => _open = new OpenAnnouncements(_clock, Options.Create(new StoryAnnouncementOptions { ResendAfterSeconds = Patience.TotalSeconds }));

    [Fact]
    public void Makes_one_announcement_of_many_changes_of_a_story()
    {
        _open.Changed([Story("a", 1)]);
        _open.Changed([Story("a", 3), Story("b", 2)]);
        _open.Changed([Story("a", 2)]);

        Assert.Equal([("b", 2), ("a", 3)], Due());
    }

    [Fact]
    public void Is_due_again_only_after_the_patience_and_until_the_version_is_held()
    {
        _open.Changed([Story("a", 5)]);
        _open.Sent([Story("a", 5)]);
        Assert.Empty(Due());

        _clock.Advance(Patience);
        Assert.Equal([("a", 5)], Due());

        _open.Close([new HeldStory("a", 4)]);
        Assert.Equal([("a", 5)], Due());

        _open.Close([new HeldStory("a", 5)]);
        Assert.Empty(Due());
    }

    [Fact]
    public void Is_due_at_once_when_it_is_opened_anew_for_publishing_lost_what_was_sent()
    {
        _open.Changed([Story("a", 5)]);
        _open.Sent([Story("a", 5)]);
        Assert.Empty(Due());

        _open.Changed([Story("a", 5)]);

        Assert.Equal([("a", 5)], Due());
    }

    [Fact]
    public void Waits_longer_with_each_repetition_that_nobody_answers_until_the_story_changes()
    {
        _open.Changed([Story("a", 5)]);
        _open.Sent([Story("a", 5)]);
        _clock.Advance(Patience);
        _open.Sent([Story("a", 5)]);

        _clock.Advance(Patience);
        Assert.Empty(Due());

        _clock.Advance(Patience);
        Assert.Equal([("a", 5)], Due());

        _open.Changed([Story("a", 6)]);
        _open.Sent([Story("a", 6)]);
        _clock.Advance(Patience);
        Assert.Equal([("a", 6)], Due());
    }

    [Fact]
    public void Keeps_a_story_due_that_changed_while_its_older_version_was_sent()
    {
        _open.Changed([Story("a", 1)]);
        _open.Changed([Story("a", 2)]);

        _open.Sent([Story("a", 1)]);

        Assert.Equal([("a", 2)], Due());
    }

    [Fact]
    public void Leaves_what_another_process_decided_to_it_for_the_patience()
    {
        _open.ChangedElsewhere([Story("a", 1), Story("b", 2)]);
        Assert.Empty(Due());

        _open.Close([new HeldStory("a", 1)]);
        _clock.Advance(Patience);

        Assert.Equal([("b", 2)], Due());
        Assert.True(_open.Due(1).Single().SentBefore);
    }

    private IEnumerable<(string StoryId, long Version)> Due() =>
        _open.Due(10).Select(announcement => (announcement.Story.StoryId, announcement.Story.Version));

    private StorySnapshot Story(string id, long version) => new(id, version, "Title", "en", ["x"], [], null, null, _clock.Now, _clock.Now);
}
