using NewsPlatform.Hosting.Health;
using NewsPlatform.Testing;

namespace NewsPlatform.Hosting.Tests.Messaging;

public sealed class PublishTroublesTests
{
    private readonly ManualClock _clock = new();
    private readonly PublishTroubles _troubles;

    public PublishTroublesTests() => _troubles = new PublishTroubles(_clock);

    [Fact]
    public void An_event_that_fails_for_a_minute_without_getting_through_is_named()
    {
        FailFor(TimeSpan.FromSeconds(60));

        Assert.Equal("StoryChanged", _troubles.Find());
    }

    [Fact]
    public void A_failure_that_passes_is_no_trouble()
    {
        FailFor(TimeSpan.FromSeconds(40));
        _troubles.Succeeded("StoryChanged");
        FailFor(TimeSpan.FromSeconds(40));

        Assert.Null(_troubles.Find());
    }

    [Fact]
    public void Another_events_success_does_not_hide_it()
    {
        FailFor(TimeSpan.FromSeconds(60));

        _troubles.Succeeded("ArticleAnalyzed");

        Assert.Equal("StoryChanged", _troubles.Find());
    }

    [Fact]
    public void What_nobody_tries_any_more_is_forgotten()
    {
        FailFor(TimeSpan.FromSeconds(60));

        _clock.Advance(TimeSpan.FromMinutes(4));

        Assert.Null(_troubles.Find());
    }

    private void FailFor(TimeSpan duration)
    {
        _troubles.Failed("StoryChanged");
        _clock.Advance(duration);
        _troubles.Failed("StoryChanged");
    }
}
