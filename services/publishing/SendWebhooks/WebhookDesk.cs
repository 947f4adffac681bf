using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.DeliverChanges;

namespace NewsPlatform.Publishing.SendWebhooks;

/// <summary>What people do with webhooks: register, change, rotate, send by hand.</summary>
internal sealed class WebhookDesk(ISubscriberStore store, SubscriberBook book, MessageSender sender, WebhookMessages messages, IOptions<DeliveryOptions> options, TimeProvider clock)
{
    private const int IdBytes = 12;

    // Of one rotation and the one before; whoever rotates a third time within the grace does not want the first any more.
    private const int MostSecrets = 2;

    /// <summary>The webhook; null when there is none of this id.</summary>
    public async Task<Subscriber?> TryFindAsync(string id, CancellationToken ct) =>
        await store.TryFindAsync(id, ct) is { Kind: SubscriberKind.Webhook } row ? row : null;

    /// <summary>The new one; null when there are as many as there may be.</summary>
    public async Task<Subscriber?> TryAddAsync(WebhookInput input, LogCursor cursor, CancellationToken ct)
    {
        if (await store.CountAsync(SubscriberKind.Webhook, ct) >= options.Value.MaxWebhooks)
        {
            return null;
        }

        var row = input.ToSubscriber(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes)), cursor, clock.GetUtcNow());
        await store.TrySaveAsync(row, [], ct); // the id is new
        return row with { Version = 1 };
    }

    public Task<Subscriber?> ChangeAsync(Subscriber webhook, WebhookInput input, LogCursor? cursor, CancellationToken ct) =>
        book.ChangeAsync(webhook.Id, row => input.Change(row, cursor, clock.GetUtcNow()), ct);

    /// <summary>A new secret signs from now on, beside it the old one for a time.</summary>
    public Task<Subscriber?> RotateAsync(Subscriber webhook, TimeSpan grace, CancellationToken ct)
    {
        var (secret, now) = (WebhookSecret.New(), clock.GetUtcNow());
        return book.ChangeAsync(
            webhook.Id,
            row => row with { Webhook = row.Webhook! with { Secrets = [secret, .. Old(row.Webhook!, now + grace).Where(old => old.EndsAt > now).Take(MostSecrets - 1)] } }, // it is a webhook
            ct);
    }

    /// <summary>Sends the event again, now and once, whatever the endpoint's state.</summary>
    /// <returns>Null when the log holds no such event for it.</returns>
    public async Task<Attempt?> TryRedeliverAsync(Subscriber webhook, LogCursor at, LogCursor tail, CancellationToken ct) =>
        await messages.TryFindAsync(webhook, at, tail, ct) is { } message ? await SendAsync(webhook, message, ct) : null;

    public Task<Attempt> TestAsync(Subscriber webhook, CancellationToken ct) => SendAsync(webhook, messages.Test(webhook), ct);

    private static IEnumerable<WebhookSecret> Old(Webhook webhook, DateTimeOffset end) =>
        webhook.Secrets.Select(secret => secret.EndsAt is null || secret.EndsAt > end ? secret with { EndsAt = end } : secret);

    private async Task<Attempt> SendAsync(Subscriber webhook, Message message, CancellationToken ct)
    {
        var answer = await sender.SendAsync(webhook, message, ct);
        var attempt = sender.Note(webhook, message, answer, answer.IsTaken ? AttemptOutcome.Delivered : AttemptOutcome.Failed, number: 0);

        // The endpoint is there again: what waits need not wait out its pause.
        await book.ChangeAsync(webhook.Id, row => answer.IsTaken && row.Failures > 0 ? row with { NextAttemptAt = clock.GetUtcNow() } : row, [attempt], CancellationToken.None);
        return attempt;
    }
}
