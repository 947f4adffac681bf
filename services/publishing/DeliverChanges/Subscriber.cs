using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.SendWebhooks;
using NewsPlatform.Publishing.ServeHub;

namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>Somebody who is called: sent what the change log tells, by a cursor of its own, in the log's order, one message at a time; or asked whether that is to begin or to end.</summary>
internal sealed record Subscriber
{
    public required string Id { get; init; }

    /// <summary>Number of writes of this row so far; 0 = not stored yet.</summary>
    public long Version { get; init; }

    public required SubscriberKind Kind { get; init; }

    /// <summary>Where messages are sent.</summary>
    public required Uri Url { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Everything before was delivered, given up or not for this subscriber. Moved by groups: what was delivered since the last write is repeated after a kill.</summary>
    public required LogCursor Cursor { get; init; }

    /// <summary>Why nothing is sent, as a sentence; null = it is on.</summary>
    public string? OffBecause { get; init; }

    /// <summary>Attempts in a row that failed for the message at <see cref="Cursor"/>.</summary>
    public int Failures { get; init; }

    /// <summary>When it may be sent to next; null = at once.</summary>
    public DateTimeOffset? NextAttemptAt { get; init; }

    /// <summary>One sentence; null when all went well last.</summary>
    public string? LastError { get; init; }

    public DateTimeOffset? LastDeliveredAt { get; init; }

    /// <summary>The run that sends to it now; it counts until <see cref="OwnedUntil"/>.</summary>
    public string? Owner { get; init; }

    public DateTimeOffset? OwnedUntil { get; init; }

    /// <summary>Of a webhook: the rest of it.</summary>
    public Webhook? Webhook { get; init; }

    /// <summary>Of a subscription at the hub: the rest of it.</summary>
    public HubSubscription? Hub { get; init; }

    /// <summary>Of a request to the hub: what was asked.</summary>
    public HubRequest? Asked { get; init; }

    /// <summary>When somebody may look after it; null while it is off.</summary>
    public DateTimeOffset? DueAt => OffBecause is not null ? null : new[] { CreatedAt, NextAttemptAt ?? CreatedAt, OwnedUntil ?? CreatedAt }.Max();
}

/// <summary>What a subscriber is.</summary>
internal enum SubscriberKind
{
    /// <summary>An endpoint that is sent events (<c>/api/v1/webhooks</c>).</summary>
    Webhook,

    /// <summary>Somebody who is sent a feed (<c>/hub</c>).</summary>
    Hub,

    /// <summary>Somebody who is to be asked whether a request to the hub was meant; gone once that is known.</summary>
    HubRequest,
}
