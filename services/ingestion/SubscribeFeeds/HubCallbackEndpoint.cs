using System.Globalization;
using System.Text;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>What hubs call: to have a subscription confirmed, to deny it (GET), and to deliver (POST).</summary>
internal static class HubCallbackEndpoint
{
    public const string Path = "/websub";

    private const int LongestChallenge = 4_096;
    private const int LongestReason = 200;

    public static void MapHubCallbacks(this IEndpointRouteBuilder app)
    {
        app.MapGet(Path + "/{id}", ConfirmAsync).WithName("ConfirmSubscription").WithSummary("A WebSub hub asks whether a subscription was meant, or denies it.").Produces<string>(StatusCodes.Status200OK, "text/plain").ProducesProblems(400, 404, 409);
        app.MapPost(Path + "/{id}", DeliverAsync).WithName("DeliverFeed").WithSummary("A WebSub hub delivers a feed's news, signed with the subscription's secret.").Produces(StatusCodes.Status204NoContent).ProducesProblems(408, 410, 413, 429);
    }

    private static async Task<IResult> ConfirmAsync(string id, HttpRequest request, SubscriptionBook book, IOptions<WebSubOptions> options, TimeProvider time, CancellationToken ct)
    {
        var (mode, topic, challenge) = (request.Query["hub.mode"].ToString(), request.Query["hub.topic"].ToString(), request.Query["hub.challenge"].ToString());
        if (mode is not "denied" && challenge.Length is 0 or > LongestChallenge)
            return Problems.BadRequest($"hub.challenge has {challenge.Length} characters: give 1 to {LongestChallenge:N0}.");

        var now = time.GetUtcNow();
        var isMeant = false;
        var row = await book.ChangeAsync(
            id,
            current =>
            {
                isMeant = IsMeant(current, mode, topic);
                return !isMeant ? null
                    : mode == "denied" ? current.Denied(Shown(request.Query["hub.reason"].ToString()), now)
                    : mode == "subscribe" ? current.Confirmed(LeaseOf(request) ?? options.Value.Lease, now)
                    : null;
            },
            ct);
        if (row is null || !isMeant)
            return Problems.NotFound("Nobody here asked for that.");

        // Answered once nothing is left to confirm: should the row have changed, the hub asks again.
        return mode == "unsubscribe" && !await book.TryForgetAsync(row, ct) ? Problems.Conflict("It changed just now: ask again.")
            : TypedResults.Text(mode == "denied" ? string.Empty : challenge, "text/plain", Encoding.UTF8);
    }

    private static bool IsMeant(Subscription row, string mode, string topic) => row.Topic == topic && mode switch
    {
        "subscribe" => row.State is SubscriptionState.Requested or SubscriptionState.Active || (row.State == SubscriptionState.Denied && row.AskedAt is not null),
        "denied" => row.State != SubscriptionState.Leaving,
        "unsubscribe" => row.State == SubscriptionState.Leaving,
        _ => false,
    };

    private static TimeSpan? LeaseOf(HttpRequest request) =>
        int.TryParse(request.Query["hub.lease_seconds"].ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? TimeSpan.FromSeconds(seconds) : null;

    private static string Shown(string reason)
    {
        var text = string.Concat(reason.Where(letter => !char.IsControl(letter)));
        return text.Length == 0 ? "it gave no reason." : text.Length <= LongestReason ? text : text[..LongestReason] + "…";
    }

    private static Task<IResult> DeliverAsync(string id, HttpRequest request, HubDeliveries deliveries, CancellationToken ct) => deliveries.TakeAsync(id, request, ct);
}
