using System.Globalization;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.FollowChanges;

namespace NewsPlatform.Publishing.SendWebhooks;

/// <summary>What webhooks are sent: each entry of the change log that passes the filter, as an event.</summary>
internal sealed class WebhookMessages(ChangePages pages, IOptions<PublishingOptions> options, TimeProvider clock) : IMessageSource
{
    private const int PageSize = 50;

    public SubscriberKind Kind => SubscriberKind.Webhook;

    public bool IsLogged => true;

    // Absolute where the configuration says how readers reach the platform.
    private string Source => $"{options.Value.PublicUrl.TrimEnd('/')}/api/v1/changes";

    public async Task<Outgoing> NextAsync(Subscriber subscriber, LogCursor from, LogCursor tail, CancellationToken ct)
    {
        if (from.Epoch != tail.Epoch)
        {
            return AfterRestore(from, tail);
        }

        var page = await pages.ReadAsync(from, FilterOf(subscriber), PageSize, ct);
        _ = LogCursor.TryParse(page.Next, out var after);
        return new Outgoing([.. page.Items.Select(change => MessageOf(change, from.Epoch))], after);
    }

    /// <summary>The event at a position again, as this subscriber is sent it; null when there is none, or none for it.</summary>
    public async Task<Message?> TryFindAsync(Subscriber subscriber, LogCursor at, LogCursor tail, CancellationToken ct)
    {
        if (at.Epoch != tail.Epoch || at.Position >= tail.Position)
        {
            return null;
        }

        var page = await pages.ReadAsync(at, FilterOf(subscriber), 1, ct);
        return page.Items is [var change] && change.Position == at.Position ? MessageOf(change, at.Epoch) : null;
    }

    /// <summary>An event that tells of nothing, to see whether it arrives.</summary>
    public Message Test(Subscriber subscriber) => new CloudEvent
    {
        Id = $"test:{Guid.NewGuid():N}",
        Source = Source,
        Type = CloudEvent.Test,
        Time = clock.GetUtcNow(),
        Data = new { message = "A test that somebody asked for; nothing changed." },
    }.ToMessage(subscriber.Cursor);

    public IEnumerable<KeyValuePair<string, string>> HeadersOf(Subscriber subscriber, Message message, DateTimeOffset now) =>
    [
        new("webhook-id", message.Id),
        new("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
        new("webhook-signature", WebhookSecret.Sign(subscriber.Webhook!.Secrets, message.Id, now, message.Body)), // this source's subscribers have it
    ];

    private static ChangeFilter FilterOf(Subscriber subscriber) => subscriber.Webhook!.Filter.ToChangeFilter(); // this source's subscribers have it

    private Message MessageOf(ChangeResource change, string epoch) => CloudEvent.Of(change, epoch, Source).ToMessage(new LogCursor(epoch, change.Position + 1));

    // The cursor is of the same database as the log, so it was restored with it: it goes on where it stood, under the new epoch.
    private Outgoing AfterRestore(LogCursor from, LogCursor tail)
    {
        var after = tail with { Position = Math.Min(from.Position, tail.Position) };
        var restored = new CloudEvent
        {
            Id = $"{tail.Epoch}:restored",
            Source = Source,
            Type = CloudEvent.Restored,
            Time = clock.GetUtcNow(),
            Data = new { cursor = after.ToString() },
        };
        return new Outgoing([restored.ToMessage(after)], after);
    }
}
