using System.Security.Cryptography;
using System.Text;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.FollowChanges;

namespace NewsPlatform.Publishing.ServeHub;

/// <summary>What the hub's subscribers are sent: the feed, when the log says that something in it may have changed and the feed is another than was sent.</summary>
internal sealed class FeedMessages(ChangePages pages, FeedCopies copies, TimeProvider clock) : IMessageSource
{
    public SubscriberKind Kind => SubscriberKind.Hub;

    public bool IsLogged => false;

    public async Task<Outgoing> NextAsync(Subscriber subscriber, LogCursor from, LogCursor tail, CancellationToken ct)
    {
        var subscription = subscriber.Hub!; // this source's subscribers have it
        if (subscription.LeaseEndsAt <= clock.GetUtcNow() || FeedTopic.TryRead(subscription.Topic) is not { } topic)
        {
            return new Outgoing([], tail);
        }

        // After a restore the feed is looked at whatever the log says.
        var page = from.Epoch == tail.Epoch ? await pages.ReadAsync(from, topic.MayChangeIt(), 1, ct) : null;
        if (page is { Items: [] })
        {
            _ = LogCursor.TryParse(page.Next, out var after);
            return new Outgoing([], after);
        }

        if (await copies.TryReadAsync(topic, page?.Items[0].Position ?? 0, tail.Position, subscription.Digest, ct) is not { } copy)
        {
            return new Outgoing([], from);
        }

        var end = tail with { Position = copy.Tail };
        return copy.Content is null || copy.Digest == subscription.Digest
            ? new Outgoing([], end)
            : new Outgoing([new Message(end.ToString(), "feed", topic.Address.Self, topic.Format.ContentType, copy.Content, end)], end);
    }

    public IEnumerable<KeyValuePair<string, string>> HeadersOf(Subscriber subscriber, Message message, DateTimeOffset now)
    {
        var subscription = subscriber.Hub!; // this source's subscribers have it
        yield return new("Link", HubLinks.Of(FeedTopic.TryRead(subscription.Topic)!.Hub, subscription.Topic)); // a message is made of a topic that can be read
        if (subscription.Secret is { } secret)
        {
            yield return new("X-Hub-Signature", $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), message.Body))}");
        }
    }

    public Subscriber Remember(Subscriber subscriber, Message delivered, DateTimeOffset now) =>
        subscriber with { Hub = subscriber.Hub! with { Digest = FeedCopies.DigestOf(delivered.Body) } }; // this source's subscribers have it
}
