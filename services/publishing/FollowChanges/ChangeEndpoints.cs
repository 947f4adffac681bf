using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.Http;

namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>One entry of the change log.</summary>
/// <param name="Position">Ascending without a gap.</param>
/// <param name="Type">published, revised, withdrawn or expired.</param>
/// <param name="ArticleId">The article.</param>
/// <param name="Revision">The revision that the entry tells.</param>
/// <param name="At">When readers could first see it.</param>
internal sealed record ChangeResource(long Position, string Type, string ArticleId, long Revision, DateTimeOffset At)
{
    public static ChangeResource Of(LogEntry entry) => new(entry.Position, entry.Kind, entry.Subject, entry.Revision, entry.At);
}

/// <summary>A page of the change log.</summary>
/// <param name="Items">In order of the log.</param>
/// <param name="Next">Never null: an empty page gives the same cursor back, to be asked again later.</param>
internal sealed record ChangesPage(IReadOnlyList<ChangeResource> Items, string Next);

/// <summary><c>/api/v1/changes</c> and <c>/api/v1/stream</c>.</summary>
internal static class ChangeEndpoints
{
    public static void MapChanges(this IEndpointRouteBuilder api)
    {
        api.MapRead("/changes", ListAsync)
            .WithName("ListChanges")
            .WithSummary("The change log from a cursor on; without one from the beginning. 'next' is never null.")
            .Produces<ChangesPage>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status410Gone)
            .WithFilterParameters("cursor", "limit");
        api.MapGet("/stream", StreamAsync)
            .WithName("StreamChanges")
            .WithSummary("The change log as server-sent events, from Last-Event-ID or cursor on; without either from now.")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithFilterParameters("cursor");
    }

    private static async Task<Results<Ok<ChangesPage>, ProblemHttpResult>> ListAsync(HttpRequest request, [FromServices] ChangeLog log, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var limit = parameters.Limit();
        var text = parameters.Text("cursor");
        if (parameters.Problem is { } problem)
        {
            return Problems.BadRequest(problem);
        }

        var tail = await log.ReadTailAsync(ct);
        var from = text is null ? new ChangeCursor(tail with { Position = 1 }, null) : ChangeCursor.Read(text, tail);
        if (from.Problem is { } refusal)
        {
            return refusal;
        }

        var entries = await log.ReadAsync(from.Cursor.Position, limit, ct);
        var next = entries.Count == 0 ? from.Cursor : from.Cursor with { Position = entries[^1].Position + 1 };
        return TypedResults.Ok(new ChangesPage([.. entries.Select(ChangeResource.Of)], next.ToString()));
    }

    private static async Task<IResult> StreamAsync(HttpRequest request, [FromServices] ChangeLog log, [FromServices] ChangeStream stream, CancellationToken ct)
    {
        // What the browser saw last outdoes the address that it first opened.
        var text = request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : request.Query["cursor"].ToString();
        var tail = await log.ReadTailAsync(ct);
        var from = text.Length == 0 ? new ChangeCursor(tail, null) : ChangeCursor.Read(text, tail);
        return from.Problem is null ? stream.From(from.Cursor) : from.Problem;
    }
}
