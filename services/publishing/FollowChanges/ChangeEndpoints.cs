using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;

namespace NewsPlatform.Publishing.FollowChanges;

/// <summary><c>/api/v1/changes</c> and <c>/api/v1/stream</c>.</summary>
internal static class ChangeEndpoints
{
    // Shorter than proxies give an answer that does not begin (the gateway: 100 s).
    private const int LongestWait = 60;

    public static void MapChanges(this IEndpointRouteBuilder api)
    {
        api.MapRead("/changes", ListAsync)
            .WithName("ListChanges")
            .WithSummary("The change log from a cursor on; without one from the beginning. 'next' is never null. With wait the answer comes as soon as there is something to tell.")
            .Produces<ChangesPage>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithFilterParameters(["cursor", "limit", "wait", .. ChangeFilterReader.Parameters]);
        api.MapGet("/stream", StreamAsync)
            .WithName("StreamChanges")
            .WithSummary("The change log as server-sent events, from Last-Event-ID or cursor on; without either from now.")
            .Produces<string>(StatusCodes.Status200OK, "text/event-stream")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status410Gone)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable)
            .WithFilterParameters(["cursor", .. ChangeFilterReader.Parameters]);
    }

    private static async Task<Results<Ok<ChangesPage>, ProblemHttpResult>> ListAsync(
        HttpRequest request, [FromServices] ChangeLog log, [FromServices] ChangePages pages, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var (limit, wait, filter) = (parameters.Limit(), parameters.Number("wait", 0, LongestWait), ChangeFilterReader.Read(parameters));
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

        var page = wait is > 0
            ? await pages.WaitAsync(from.Cursor, filter, limit, TimeSpan.FromSeconds(wait.Value), ct)
            : await pages.ReadAsync(from.Cursor, filter, limit, ct);
        return page is null ? Problems.Unavailable(ChangeFollowers.AllTaken) : TypedResults.Ok(page);
    }

    private static async Task<IResult> StreamAsync(HttpRequest request, [FromServices] ChangeLog log, [FromServices] ChangeStream stream, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var (text, filter) = (parameters.Text("cursor"), ChangeFilterReader.Read(parameters));
        if (parameters.Problem is { } problem)
        {
            return Problems.BadRequest(problem);
        }

        // What the browser saw last outdoes the address that it first opened.
        text = request.Headers["Last-Event-ID"].ToString() is { Length: > 0 } last ? last : text;
        var tail = await log.ReadTailAsync(ct);
        var from = text is null ? new ChangeCursor(tail, null) : ChangeCursor.Read(text, tail);
        return from.Problem is null ? stream.From(from.Cursor, filter) : from.Problem;
    }
}
