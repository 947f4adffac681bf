using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.FollowChanges;
using NewsPlatform.Publishing.Http;

namespace NewsPlatform.Publishing.SendWebhooks;

/// <summary><c>/api/v1/webhooks</c>.</summary>
internal static class WebhookEndpoints
{
    private const string Root = "/webhooks";
    private const int UsualGraceHours = 24;
    private const int LongestGraceHours = 168;

    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        api.MapRead(Root, ListAsync).WithName("ListWebhooks").WithSummary("Webhooks and how they fare.").Produces<Page<WebhookView>>().ProducesProblems(400).WithFilterParameters("limit", "cursor");
        api.MapPost(Root, AddAsync).WithName("AddWebhook").WithSummary("Registers an endpoint that is sent each change as a signed event. The answer holds the secret, which is not shown again.").Produces<WebhookView>(StatusCodes.Status201Created).ProducesProblems(400, 409, 410, 415);
        api.MapRead(Root + "/{id}", ShowAsync).WithName("ShowWebhook").WithSummary("One webhook.").Produces<WebhookView>().ProducesProblems(404);
        api.MapPatch(Root + "/{id}", ChangeAsync).WithName("ChangeWebhook").WithSummary("Changes what is given: switches it on or off, moves its cursor.").Produces<WebhookView>().ProducesProblems(400, 404, 410, 415);
        api.MapDelete(Root + "/{id}", RemoveAsync).WithName("RemoveWebhook").WithSummary("Removes a webhook and its delivery log.").Produces(StatusCodes.Status204NoContent).ProducesProblems(404);
        api.MapRead(Root + "/{id}/deliveries", DeliveriesAsync).WithName("ListDeliveries").WithSummary("The attempts to deliver, the newest first.").Produces<Page<DeliveryView>>().ProducesProblems(400, 404).WithFilterParameters("limit", "cursor");
        api.MapPost(Root + "/{id}/deliveries/{event}/redeliver", RedeliverAsync).WithName("RedeliverEvent").WithSummary("Sends one event again, now and once, under its id, and answers with what came of it.").Produces<DeliveryView>().ProducesProblems(404);
        api.MapPost(Root + "/{id}/rotate-secret", RotateAsync).WithName("RotateWebhookSecret").WithSummary("Gives a new secret; for graceHours (24, at most 168) events are signed with the old one too.").Produces<WebhookView>().ProducesProblems(400, 404).WithQuery("graceHours", "0 to 168; 24 unless told.");
        api.MapPost(Root + "/{id}/test", TestAsync).WithName("TestWebhook").WithSummary("Sends a test event, and answers with what came of it.").Produces<DeliveryView>().ProducesProblems(404);
    }

    private static async Task<IResult> ListAsync(HttpRequest request, [FromServices] ISubscriberStore store, [FromServices] ChangeLog log, [FromServices] TimeProvider clock, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var (limit, after) = (parameters.Limit(), parameters.Position<ListedId>());
        if (parameters.Problem is { } problem)
        {
            return Problems.BadRequest(problem);
        }

        var (found, tail, now) = (await store.ReadAsync(SubscriberKind.Webhook, after?.Id, limit + 1, ct), await log.ReadTailAsync(ct), clock.GetUtcNow());
        return TypedResults.Ok(PageOf(found, limit, row => row.Id, row => WebhookView.Of(row, tail, now)));
    }

    private static async Task<IResult> AddAsync(
        WebhookInput input, [FromServices] WebhookDesk desk, [FromServices] EndpointCaller caller, [FromServices] ChangeLog log, [FromServices] TimeProvider clock, CancellationToken ct)
    {
        if (input.Problem(caller, isNew: true) is { } problem)
        {
            return Problems.BadRequest(problem);
        }

        var tail = await log.ReadTailAsync(ct);
        var from = input.Cursor is null ? new ChangeCursor(tail, null) : ChangeCursor.Read(input.Cursor, tail);
        if (from.Problem is { } refusal)
        {
            return refusal;
        }

        return await desk.TryAddAsync(input, from.Cursor, ct) is { } row
            ? TypedResults.Created($"/api/v1{Root}/{row.Id}", WebhookView.WithSecret(row, tail, clock.GetUtcNow()))
            : Problems.Conflict($"There are as many webhooks as there may be ({DeliveryOptions.Section}:{nameof(DeliveryOptions.MaxWebhooks)}): remove one first.");
    }

    private static async Task<IResult> ShowAsync(string id, [FromServices] WebhookDesk desk, [FromServices] ChangeLog log, [FromServices] TimeProvider clock, CancellationToken ct) =>
        await desk.TryFindAsync(id, ct) is { } row ? TypedResults.Ok(WebhookView.Of(row, await log.ReadTailAsync(ct), clock.GetUtcNow())) : Unknown(id);

    private static async Task<IResult> ChangeAsync(
        string id, WebhookInput input, [FromServices] WebhookDesk desk, [FromServices] EndpointCaller caller, [FromServices] ChangeLog log, [FromServices] TimeProvider clock, CancellationToken ct)
    {
        if (input.Problem(caller, isNew: false) is { } problem)
        {
            return Problems.BadRequest(problem);
        }

        var tail = await log.ReadTailAsync(ct);
        ChangeCursor? cursor = input.Cursor is null ? null : ChangeCursor.Read(input.Cursor, tail);
        if (cursor?.Problem is { } refusal)
        {
            return refusal;
        }

        return await desk.TryFindAsync(id, ct) is { } row && await desk.ChangeAsync(row, input, cursor?.Cursor, ct) is { } changed
            ? TypedResults.Ok(WebhookView.Of(changed, tail, clock.GetUtcNow()))
            : Unknown(id);
    }

    private static async Task<IResult> RemoveAsync(string id, [FromServices] WebhookDesk desk, [FromServices] ISubscriberStore store, CancellationToken ct) =>
        await desk.TryFindAsync(id, ct) is not null && await store.RemoveAsync(id, version: null, ct) ? TypedResults.NoContent() : Unknown(id);

    private static async Task<IResult> DeliveriesAsync(string id, HttpRequest request, [FromServices] WebhookDesk desk, [FromServices] ISubscriberStore store, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var (limit, before) = (parameters.Limit(), parameters.Position<ListedId>());
        if (parameters.Problem is { } problem)
        {
            return Problems.BadRequest(problem);
        }

        return await desk.TryFindAsync(id, ct) is null
            ? Unknown(id)
            : TypedResults.Ok(PageOf(await store.ReadAttemptsAsync(id, before?.Id, limit + 1, ct), limit, attempt => attempt.Id, DeliveryView.Of));
    }

    private static async Task<IResult> RedeliverAsync(string id, string @event, [FromServices] WebhookDesk desk, [FromServices] ChangeLog log, CancellationToken ct)
    {
        if (await desk.TryFindAsync(id, ct) is not { } row)
        {
            return Unknown(id);
        }

        return LogCursor.TryParse(@event, out var at) && await desk.TryRedeliverAsync(row, at, await log.ReadTailAsync(ct), ct) is { } attempt
            ? TypedResults.Ok(DeliveryView.Of(attempt))
            : Problems.NotFound($"The change log holds no event '{QueryParameters.Shown(@event)}' that this webhook's filter lets through: GET /api/v1/webhooks/{id}/deliveries lists what was sent.");
    }

    private static async Task<IResult> RotateAsync(
        string id, HttpRequest request, [FromServices] WebhookDesk desk, [FromServices] ChangeLog log, [FromServices] TimeProvider clock, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var grace = TimeSpan.FromHours(parameters.Number("graceHours", 0, LongestGraceHours) ?? UsualGraceHours);
        if (parameters.Problem is { } problem)
        {
            return Problems.BadRequest(problem);
        }

        return await desk.TryFindAsync(id, ct) is { } row && await desk.RotateAsync(row, grace, ct) is { } rotated
            ? TypedResults.Ok(WebhookView.WithSecret(rotated, await log.ReadTailAsync(ct), clock.GetUtcNow()))
            : Unknown(id);
    }

    private static async Task<IResult> TestAsync(string id, [FromServices] WebhookDesk desk, CancellationToken ct) =>
        await desk.TryFindAsync(id, ct) is { } row ? TypedResults.Ok(DeliveryView.Of(await desk.TestAsync(row, ct))) : Unknown(id);

    private static Page<TView> PageOf<TRow, TView>(IReadOnlyList<TRow> found, int limit, Func<TRow, string> idOf, Func<TRow, TView> viewOf) =>
        new([.. found.Take(limit).Select(viewOf)], found.Count > limit ? Cursor.Encode(new ListedId(idOf(found[limit - 1]))) : null);

    private static ProblemHttpResult Unknown(string id) => Problems.NotFound($"There is no webhook '{QueryParameters.Shown(id)}': GET /api/v1/webhooks lists them.");

    /// <summary>The last of a page.</summary>
    private sealed record ListedId(string Id);
}
