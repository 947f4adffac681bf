using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.DeliverChanges;

namespace NewsPlatform.Publishing.SendWebhooks;

/// <summary>A webhook as clients describe it; of a change, what is left out stays as it is.</summary>
/// <param name="Url">Absolute http or https address.</param>
/// <param name="Description">For people; empty = none.</param>
/// <param name="Filter">Which changes; none = all.</param>
/// <param name="Enabled">False = nothing is sent; true begins again at the cursor, at once.</param>
/// <param name="Cursor">Where in the change log to begin, as <c>/api/v1/changes</c> gives it; none = with what comes.</param>
/// <param name="Secret">For a new one only: <c>whsec_</c> and 24 to 64 bytes in base64; none = it is given one.</param>
internal sealed record WebhookInput(string? Url = null, string? Description = null, WebhookFilter? Filter = null, bool? Enabled = null, string? Cursor = null, string? Secret = null)
{
    private const int LongestUrl = 2_048;
    private const int LongestDescription = 200;

    /// <summary>What a webhook says that somebody switched off.</summary>
    private const string SwitchedOff = "Somebody switched it off.";

    /// <summary>The first thing that is wrong, as a sentence; null when all is well.</summary>
    /// <param name="caller">Knows which addresses may be sent to.</param>
    /// <param name="isNew">True when the description must be whole.</param>
    public string? Problem(EndpointCaller caller, bool isNew) =>
        UrlProblem(caller, isNew)
        ?? (Description?.Length > LongestDescription ? $"description has {Description.Length} characters: give at most {LongestDescription}." : null)
        ?? Filter?.Problem()
        ?? (Secret is null ? null : isNew ? WebhookSecret.ProblemOf(Secret) : "secret cannot be changed so: POST …/rotate-secret gives a new one, and lets the old one sign for a while.");

    public Subscriber ToSubscriber(string id, LogCursor cursor, DateTimeOffset now) => new()
    {
        Id = id,
        Kind = SubscriberKind.Webhook,
        Url = new Uri(Url!), // checked before
        CreatedAt = now,
        Cursor = cursor,
        OffBecause = Enabled == false ? SwitchedOff : null,
        Webhook = new Webhook
        {
            Description = string.IsNullOrWhiteSpace(Description) ? null : Description.Trim(),
            Filter = Filter ?? new WebhookFilter(),
            Secrets = [Secret is null ? WebhookSecret.New() : new WebhookSecret(Secret)],
        },
    };

    /// <param name="row">A webhook.</param>
    /// <param name="cursor">What <see cref="Cursor"/> means; null = as it was.</param>
    /// <param name="now">The time.</param>
    public Subscriber Change(Subscriber row, LogCursor? cursor, DateTimeOffset now)
    {
        var webhook = row.Webhook!; // it is a webhook
        var changed = row with
        {
            Url = Url is null ? row.Url : new Uri(Url),
            Webhook = webhook with { Description = Description is null ? webhook.Description : Description.Trim() is { Length: > 0 } text ? text : null, Filter = Filter ?? webhook.Filter },
        };
        if (cursor is { } moved && moved != row.Cursor)
        {
            changed = changed with { Cursor = moved, Failures = 0, NextAttemptAt = now };
        }

        return Enabled switch
        {
            false => changed with { OffBecause = SwitchedOff },
            true => changed.SwitchedOn(now),
            null => changed,
        };
    }

    private string? UrlProblem(EndpointCaller caller, bool isNew)
    {
        if (Url is null)
        {
            return isNew ? "url is missing: give the address that events are to be sent to." : null;
        }

        return Url.Length > LongestUrl || !Uri.TryCreate(Url, UriKind.Absolute, out var url) || url is not { Scheme: "http" or "https", Fragment: "" } || url.Host.Length == 0
                ? $"url is '{(Url.Length <= 80 ? Url : Url[..80] + "…")}': give an absolute http or https address of at most {LongestUrl:N0} characters, without a fragment."
            : url.UserInfo.Length > 0 ? "url holds a user name or a password: give the address without them; events are signed."
            : caller.ProblemOf(url);
    }
}
