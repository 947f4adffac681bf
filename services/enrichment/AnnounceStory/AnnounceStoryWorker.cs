using MassTransit;
using Microsoft.Extensions.Options;
using NewsPlatform.Contracts.Stories;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Enrichment.AnnounceStory;

/// <summary>Replays the story log at start, then publishes each change of a story until publishing has answered for it.</summary>
internal sealed partial class AnnounceStoryWorker(
    AnnouncementOpening opening,
    OpenAnnouncements open,
    IAnnouncementStore store,
    AnnouncementChannel channel,
    ILogger<AnnounceStoryWorker> logger) : BackgroundService
{
    private static readonly TimeSpan RetryPause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Off the starting thread: a long log must not keep the process from answering.
        await Task.Yield();
        await UntilItSucceedsAsync(OpenUnansweredAsync, stoppingToken);
        await channel.Gate.WaitUntilReadyAsync(stoppingToken);
        using var ticks = channel.Clock.CreateTimer(_ => open.Wake(), null, channel.Patience, channel.Patience);
        while (!stoppingToken.IsCancellationRequested)
        {
            await open.WaitAsync(stoppingToken);
            await UntilItSucceedsAsync(AnnounceDueAsync, stoppingToken);
        }
    }

    private async Task OpenUnansweredAsync(CancellationToken ct) => LogReplayed(await opening.OpenUnansweredAsync(ct), open.Count);

    private async Task AnnounceDueAsync(CancellationToken ct)
    {
        while (open.Due(channel.BatchSize) is { Count: > 0 } due)
        {
            await CloseAnsweredElsewhereAsync(due, ct);
            var stories = due.Select(announcement => announcement.Story).ToList();
            await Task.WhenAll(stories.Select(story => channel.Bus.Publish(ToEvent(story), ct).InTimeAsync()));
            open.Sent(stories);
        }
    }

    // The answer may have gone to another replica of this service.
    private async Task CloseAnsweredElsewhereAsync(IReadOnlyList<DueAnnouncement> due, CancellationToken ct)
    {
        var unanswered = due.Where(announcement => announcement.SentBefore).Select(announcement => announcement.Story.StoryId).ToList();
        if (unanswered.Count > 0)
        {
            var held = await store.ReadHeldAsync(unanswered, ct);
            open.Close(held.Select(pair => new HeldStory(pair.Key, pair.Value)));
        }
    }

    private async Task UntilItSucceedsAsync(Func<CancellationToken, Task> work, CancellationToken ct)
    {
        while (true)
        {
            try
            {
                await work(ct);
                return;
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                // A lost broker or a busy store heals; what was not sent stays due.
                LogFailed(failure);
                await Task.Delay(RetryPause, channel.Clock, ct);
            }
        }
    }

    private static StoryChanged ToEvent(StorySnapshot story) => new()
    {
        StoryId = story.StoryId,
        Version = story.Version,
        CorrelationId = NewId.NextGuid(),
        Title = story.Title,
        Language = story.Language,
        ArticleIds = [.. story.Moved],
        ArticleCount = story.ArticleIds.Count,
        MergedInto = story.MergedInto,
        SplitFrom = story.SplitFrom,
        FirstSeenAt = story.FirstSeenAt,
        ChangedAt = story.ChangedAt,
    };

    [LoggerMessage(LogLevel.Information, "Story log replayed: {Stories} stories, {Unanswered} to be announced")]
    private partial void LogReplayed(int stories, int unanswered);

    [LoggerMessage(LogLevel.Warning, "Stories could not be announced; trying again")]
    private partial void LogFailed(Exception failure);
}

/// <summary>By what and how the worker announces.</summary>
internal sealed class AnnouncementChannel(IBus bus, IBusGate gate, TimeProvider clock, IOptions<StoryAnnouncementOptions> options)
{
    public IBus Bus { get; } = bus;

    public IBusGate Gate { get; } = gate;

    public TimeProvider Clock { get; } = clock;

    public TimeSpan Patience { get; } = TimeSpan.FromSeconds(options.Value.ResendAfterSeconds);

    public int BatchSize { get; } = options.Value.BatchSize;
}
