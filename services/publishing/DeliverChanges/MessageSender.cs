namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>Knows what each kind of subscriber is sent and how; sends one message.</summary>
internal sealed class MessageSender(IEnumerable<IMessageSource> sources, EndpointCaller caller, PublishingMetrics metrics, TimeProvider clock)
{
    private readonly Dictionary<SubscriberKind, IMessageSource> _sources = sources.ToDictionary(source => source.Kind);

    /// <summary>The kinds of those who are sent something.</summary>
    public IReadOnlyCollection<SubscriberKind> Kinds => _sources.Keys;

    /// <summary>What makes this subscriber's messages.</summary>
    public IMessageSource SourceOf(Subscriber subscriber) => _sources[subscriber.Kind];

    /// <summary>Sends it now, whatever went before.</summary>
    public Task<EndpointAnswer> SendAsync(Subscriber subscriber, Message message, CancellationToken ct) =>
        caller.PostAsync(subscriber.Url, message, SourceOf(subscriber).HeadersOf(subscriber, message, clock.GetUtcNow()), ct);

    /// <summary>The attempt for the log, counted.</summary>
    /// <param name="subscriber">Whose.</param>
    /// <param name="message">What was sent.</param>
    /// <param name="answer">What came of it.</param>
    /// <param name="outcome">How that counts.</param>
    /// <param name="number">1 for the first of this message; 0 for one that somebody asked for.</param>
    public Attempt Note(Subscriber subscriber, Message message, EndpointAnswer answer, AttemptOutcome outcome, int number)
    {
        metrics.Count($"deliver-{DeliveryWords.Of(subscriber.Kind)}", DeliveryWords.Of(outcome));
        var now = clock.GetUtcNow();
        return new Attempt
        {
            Id = Attempt.NewId(now),
            Event = message.Id,
            Type = message.Type,
            Subject = message.Subject,
            Number = number,
            At = now,
            Outcome = outcome,
            Status = answer.Status,
            Seconds = Math.Round(answer.Took.TotalSeconds, 3),
            Error = answer.Problem,
            Answer = answer.Text,
        };
    }
}
