using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.RecordDeadLetter;

/// <summary>What clients see of a letter.</summary>
internal sealed record DeadLetterView(
    string Id,
    DeadLetterKind Kind,
    string Reason,
    string? ExceptionType,
    string? Endpoint,
    string? MessageType,
    string? ArticleId,
    long? Revision,
    DateTimeOffset FaultedAt,
    DateTimeOffset RecordedAt,
    string? Body)
{
    public static DeadLetterView Of(DeadLetter letter, bool withBody) => new(
        letter.Id,
        letter.Kind,
        letter.Reason,
        letter.ExceptionType,
        letter.Endpoint,
        letter.MessageTypes is [var first, ..] ? first : null,
        letter.ArticleId,
        letter.Revision,
        letter.FaultedAt,
        letter.RecordedAt,
        withBody ? Encoding.UTF8.GetString(letter.Body) : null);
}

/// <summary>The answer to a replay.</summary>
/// <param name="Id">The letter's.</param>
/// <param name="ArticleId">Null for a message that is of no article.</param>
/// <param name="Replayed">article, message, or nothing when the article has moved on.</param>
internal sealed record ReplayReceipt(string Id, string? ArticleId, string Replayed);

/// <summary>Lists, shows, replays and drops dead letters.</summary>
internal static class DeadLetterEndpoints
{
    public static void MapDeadLetters(this IEndpointRouteBuilder app)
    {
        app.MapRead("/api/v1/deadletters", ListAsync).WithName("ListDeadLetters").WithSummary("Open dead letters, without bodies.").Produces<Page<DeadLetterView>>().ProducesProblems(400);
        app.MapRead("/api/v1/deadletters/{id}", ShowAsync).WithName("ShowDeadLetter").WithSummary("One dead letter with its body.").Produces<DeadLetterView>().ProducesProblems(404);
        app.MapPost("/api/v1/deadletters/{id}/replay", ReplayAsync).WithName("ReplayDeadLetter").WithSummary("Sends the article, or a message that is of none, on its way again.").Produces<ReplayReceipt>(StatusCodes.Status202Accepted).ProducesProblems(404, 409);
        app.MapDelete("/api/v1/deadletters/{id}", DropAsync).WithName("DropDeadLetter").WithSummary("Forgets a dead letter.").Produces(StatusCodes.Status204NoContent).ProducesProblems(404);
    }

    private static async Task<IResult> ListAsync(string? limit, string? cursor, IDeadLetterStore letters, CancellationToken ct)
    {
        if (PageLimits.Parse(limit, out var problem) is not { } size)
            return Problems.BadRequest(problem);

        DeadLetterPosition? after = null;
        if (!string.IsNullOrEmpty(cursor) && !Cursor.TryDecode(cursor, out after))
            return Problems.BadRequest("cursor is not one of this list: leave it out to start anew.");

        var found = await letters.ReadAsync(after, size + 1, ct);
        var items = found.Take(size).ToList();
        var next = found.Count > size ? Cursor.Encode(new DeadLetterPosition(items[^1].RecordedAt, items[^1].Id)) : null;
        return TypedResults.Ok(new Page<DeadLetterView>(items.ConvertAll(letter => DeadLetterView.Of(letter, withBody: false)), next));
    }

    private static async Task<IResult> ShowAsync(string id, IDeadLetterStore letters, CancellationToken ct) =>
        await letters.TryFindAsync(id, ct) is { } letter ? TypedResults.Ok(DeadLetterView.Of(letter, withBody: true)) : Unknown(id);

    private static async Task<IResult> ReplayAsync(string id, IDeadLetterStore letters, DeadLetterRecorder recorder, LetterResend resend, CancellationToken ct)
    {
        if (await letters.TryFindAsync(id, ct) is not { } letter)
            return Unknown(id);

        if (letter.ArticleId is { } articleId)
        {
            var isInFlight = await recorder.ReplayArticleAsync(articleId, ct);
            return TypedResults.Accepted($"/api/v1/articles/{articleId}/journey", new ReplayReceipt(letter.Id, articleId, isInFlight ? "article" : "nothing"));
        }

        if (await resend.TrySendAsync(letter, ct) is { } sentence)
            return Problems.Conflict(sentence);

        await letters.RemoveAsync(id, ct);
        return TypedResults.Accepted((string?)null, new ReplayReceipt(letter.Id, null, "message"));
    }

    private static async Task<IResult> DropAsync(string id, IDeadLetterStore letters, CancellationToken ct) =>
        await letters.RemoveAsync(id, ct) ? TypedResults.NoContent() : Unknown(id);

    private static ProblemHttpResult Unknown(string id) =>
        Problems.NotFound($"There is no open dead letter '{id}': it may have been replayed, dropped or healed; GET /api/v1/deadletters lists the open ones.");
}
