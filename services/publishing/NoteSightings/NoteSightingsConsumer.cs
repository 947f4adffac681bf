using MassTransit;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.FollowChanges;

namespace NewsPlatform.Publishing.NoteSightings;

/// <summary>Notes the sources that brought an article, then answers; a redelivery ends in the same state and the same answer.</summary>
internal sealed class NoteSightingsConsumer(SightingRecorder recorder, ChangeLog changes, PublishingMetrics metrics, TimeProvider clock) : IConsumer<ArticleSighted>
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

/// <summary>Stores sightings, many in one commit.</summary>
internal sealed class SightingRecorder(ISightingStore store) : IAsyncDisposable
{
    private readonly GroupCommitWriter<ArticleSighted, bool> _group = new("note-sightings", async (sighted, ct) =>
    {
        await store.AddAsync(sighted, ct);
        return [.. sighted.Select(_ => true)];
    });

    /// <summary>Completes when they are durable.</summary>
    public Task RecordAsync(ArticleSighted sighted, CancellationToken ct) => _group.WriteAsync(sighted, ct);

    public ValueTask DisposeAsync() => _group.DisposeAsync();
}
