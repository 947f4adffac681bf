using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>Makes of the change log what subscribers of one kind are sent.</summary>
internal interface IMessageSource
{
    SubscriberKind Kind { get; }

    /// <summary>True when people look into the log of attempts.</summary>
    bool IsLogged { get; }

    /// <summary>The next messages from a place in the log on; a few at most.</summary>
    /// <param name="subscriber">Whose.</param>
    /// <param name="from">At or behind the subscriber's cursor; of another epoch after a restore.</param>
    /// <param name="tail">The log's end.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<Outgoing> NextAsync(Subscriber subscriber, LogCursor from, LogCursor tail, CancellationToken ct);

    /// <summary>What is sent beside the body: signatures are of the moment.</summary>
    IEnumerable<KeyValuePair<string, string>> HeadersOf(Subscriber subscriber, Message message, DateTimeOffset now);

    /// <summary>What the row remembers of a message that was delivered, beside the cursor.</summary>
    Subscriber Remember(Subscriber subscriber, Message delivered, DateTimeOffset now) => subscriber;
}

/// <summary>Messages in order.</summary>
/// <param name="Messages">None = nothing up to <paramref name="After"/> is for this subscriber.</param>
/// <param name="After">Where the log goes on.</param>
internal sealed record Outgoing(IReadOnlyList<Message> Messages, LogCursor After);

/// <summary>One message to one subscriber.</summary>
/// <param name="Id">The same however often it is sent.</param>
/// <param name="Type">Its kind, for the delivery log.</param>
/// <param name="Subject">What it tells of; null = nothing of its own.</param>
/// <param name="ContentType">Of the body.</param>
/// <param name="Body">What is sent.</param>
/// <param name="After">Where the log goes on behind it.</param>
internal sealed record Message(string Id, string Type, string? Subject, string ContentType, byte[] Body, LogCursor After);
