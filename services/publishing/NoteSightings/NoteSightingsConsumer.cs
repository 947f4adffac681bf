using MassTransit;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Publishing.FollowChanges;
using NewsPlatform.Publishing.Storage;

namespace NewsPlatform.Publishing.NoteSightings;

/// <summary>Notes the sources that brought an article, then answers; a redelivery ends in the same state and the same answer.</summary>
internal sealed class NoteSightingsConsumer(GroupRecorder<ArticleSighted> recorder, ChangeLog changes, PublishingMetrics metrics, TimeProvider clock) : IConsumer<ArticleSighted>
{
    public async Task Consume(ConsumeContext<ArticleSighted> context)
    {
        var sighted = context.Message;
        using var run = metrics.Step("note-sightings");
        await recorder.RecordAsync(sighted, context.CancellationToken);
        await context.Publish(
            new SightingsNoted
            {
                ArticleId = sighted.ArticleId,
                Sightings = sighted.SeenIn.Count,
                AnsweredAt = clock.GetUtcNow(),
                Epoch = await changes.ReadEpochAsync(context.CancellationToken),
            },
            context.CancellationToken).InTimeAsync();
        run.End("done");
    }
}
