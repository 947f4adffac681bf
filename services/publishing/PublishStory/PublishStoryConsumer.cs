using MassTransit;
using NewsPlatform.Contracts.Stories;

namespace NewsPlatform.Publishing.PublishStory;

/// <summary>Shows a story's newest state to the readers.</summary>
internal sealed partial class PublishStoryConsumer(
    StoryPublisher publisher, PublishingMetrics metrics, ILogger<PublishStoryConsumer> logger) : IConsumer<StoryChanged>
{
    public async Task Consume(ConsumeContext<StoryChanged> context)
    {
        using var run = metrics.Step("publish-story").Of("StoryId", context.Message.StoryId);
        var held = await publisher.PublishAsync(context.Message, context.CancellationToken);
        var outcome = held.Version > context.Message.Version ? "superseded" : "done";
        run.End(outcome);
        LogOutcome(held.StoryId, context.Message.Version, outcome);
    }

    [LoggerMessage(LogLevel.Debug, "Story {StoryId} version {Version}: {Outcome}")]
    private partial void LogOutcome(string storyId, long version, string outcome);
}
