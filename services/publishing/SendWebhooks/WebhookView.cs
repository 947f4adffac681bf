using System.Text.Json.Serialization;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.DeliverChanges;

namespace NewsPlatform.Publishing.SendWebhooks;

/// <summary>A webhook in the API.</summary>
internal sealed record WebhookView
{
    public required string Id { get; init; }

    public required string Url { get; init; }

    public required string? Description { get; init; }

    public required WebhookFilter Filter { get; init; }

    public required bool Enabled { get; init; }

    /// <summary>active, failing (it waits for the next attempt; the circuit is open) or off.</summary>
    public required string State { get; init; }

    /// <summary>Why it is off; null = it is on.</summary>
    public required string? OffBecause { get; init; }

    /// <summary>Where in the change log it goes on.</summary>
    public required string Cursor { get; init; }

    /// <summary>Entries of the change log, for it or not, that it has yet to pass.</summary>
    public required long Behind { get; init; }

    /// <summary>Attempts in a row that failed for the next event.</summary>
    public required int Failures { get; init; }

    /// <summary>When the next event is tried again; null while none failed.</summary>
    public required DateTimeOffset? NextAttemptAt { get; init; }

    public required string? LastError { get; init; }

    public required DateTimeOffset? LastDeliveredAt { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Until when the secret of before the last rotation signs too; null = it does not.</summary>
    public required DateTimeOffset? OldSecretEndsAt { get; init; }

    /// <summary>Shown once: when it was made.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Secret { get; init; }

    public static WebhookView Of(Subscriber row, LogCursor tail, DateTimeOffset now)
    {
        var webhook = row.Webhook!; // it is a webhook
        return new WebhookView
        {
            Id = row.Id,
            Url = row.Url.OriginalString,
            Description = webhook.Description,
            Filter = webhook.Filter,
            Enabled = row.OffBecause is null,
            State = DeliveryFigures.StateOf(row),
            OffBecause = row.OffBecause,
            Cursor = row.Cursor.ToString(),
            Behind = Math.Max(0, tail.Position - row.Cursor.Position),
            Failures = row.Failures,
            NextAttemptAt = row is { OffBecause: null, Failures: > 0 } ? row.NextAttemptAt : null,
            LastError = row.LastError,
            LastDeliveredAt = row.LastDeliveredAt,
            CreatedAt = row.CreatedAt,
            OldSecretEndsAt = webhook.Secrets.Max(secret => secret.EndsAt) is { } end && end > now ? end : null,
        };
    }

    /// <summary>With the secret, which is not shown again.</summary>
    public static WebhookView WithSecret(Subscriber row, LogCursor tail, DateTimeOffset now) =>
        Of(row, tail, now) with { Secret = row.Webhook!.Secrets[0].Text }; // it is a webhook
}

/// <summary>One attempt in the API.</summary>
/// <param name="Id">The attempt's.</param>
/// <param name="Event">The event's: the header <c>webhook-id</c>.</param>
/// <param name="Type">The event's type.</param>
/// <param name="Subject">The article's id, or <c>story:</c> and the story's; null for a test.</param>
/// <param name="Attempt">1 for the first of this event; 0 for one that somebody asked for.</param>
/// <param name="At">When it ended.</param>
/// <param name="Outcome">delivered, failed, givenUp or switchedOff.</param>
/// <param name="Status">HTTP status; null when there was no answer.</param>
/// <param name="Seconds">Until the answer was read.</param>
/// <param name="Error">One sentence; null when it was delivered.</param>
/// <param name="Answer">How the answer's body begins.</param>
internal sealed record DeliveryView(
    string Id, string Event, string Type, string? Subject, int Attempt, DateTimeOffset At, AttemptOutcome Outcome, int? Status, double Seconds, string? Error, string? Answer)
{
    public static DeliveryView Of(Attempt attempt) => new(
        attempt.Id, attempt.Event, attempt.Type, attempt.Subject, attempt.Number, attempt.At, attempt.Outcome, attempt.Status, attempt.Seconds, attempt.Error, attempt.Answer);
}
