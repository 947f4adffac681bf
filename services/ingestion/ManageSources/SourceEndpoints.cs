using Microsoft.AspNetCore.Http.HttpResults;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Ingestion.DiscoverSource;
using NewsPlatform.Ingestion.ExchangeSources;
using NewsPlatform.Ingestion.Http;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.SubscribeFeeds;

namespace NewsPlatform.Ingestion.ManageSources;

/// <summary>Lists, adds, changes, removes and polls sources.</summary>
internal static class SourceEndpoints
{
    public static void MapSources(this IEndpointRouteBuilder app)
    {
        app.MapRead("/api/v1/sources", ListAsync).WithName("ListSources").WithSummary("Sources and how they fare.").Produces<Page<SourceView>>().ProducesProblems(400);
        app.MapPost("/api/v1/sources", AddAsync).WithName("AddSource").WithSummary("Adds a source; it is read at once. Without a kind the site's feed, news sitemap or list of articles is found.").Produces<SourceView>(StatusCodes.Status201Created).ProducesProblems(400, 409, 415, 422);
        app.MapSourceFiles();
        app.MapRead("/api/v1/sources/{id}", ShowAsync).WithName("ShowSource").WithSummary("One source.").Produces<SourceView>().ProducesProblems(404);
        app.MapPut("/api/v1/sources/{id}", ChangeAsync).WithName("ChangeSource").WithSummary("Describes a source anew.").Produces<SourceView>().ProducesProblems(400, 404, 409, 415, 422);
        app.MapDelete("/api/v1/sources/{id}", RemoveAsync).WithName("RemoveSource").WithSummary("Removes a source; its articles stay.").Produces(StatusCodes.Status204NoContent).ProducesProblems(404);
        app.MapPost("/api/v1/sources/{id}/poll", PollAsync).WithName("PollSource").WithSummary("Reads a source now.").Produces<SourceView>(StatusCodes.Status202Accepted).ProducesProblems(404);
        app.MapPost("/api/v1/sources/{id}/revive", ReviveAsync).WithName("ReviveSource").WithSummary("Forgets what went wrong with a source and what was learned of its site, and reads it now.").Produces<SourceView>(StatusCodes.Status202Accepted).ProducesProblems(404);
        app.MapRead("/api/v1/sources/{id}/pages", PagesAsync).WithName("ListSourcePages").WithSummary("Pages of a source that wait to be fetched or were given up.").Produces<Page<PageView>>().ProducesProblems(400, 404);
    }

    private static async Task<IResult> ListAsync(string? limit, string? cursor, ISourceStore sources, CancellationToken ct)
    {
        if (ListPosition.Read(limit, cursor, out var size, out var after) is { } problem)
            return Problems.BadRequest(problem);

        var found = await sources.ReadAsync(after, size + 1, ct);
        return TypedResults.Ok(ListPosition.PageOf(found, size, source => source.Id, SourceView.Of));
    }

    private static async Task<IResult> AddAsync(SourceInput input, SourceFinder finder, SourceBook book, CancellationToken ct)
    {
        if (input.Problem() is { } problem)
            return Problems.BadRequest(problem);

        var (complete, nothing) = await finder.CompleteAsync(input, ct);
        if (nothing is not null)
            return Problems.Unprocessable(nothing);

        var (source, conflict) = await book.AddAsync(complete, ct);
        return conflict is not null
            ? AddressTaken(conflict)
            : TypedResults.Created($"/api/v1/sources/{source!.Id}", SourceView.Of(source)); // no conflict = added
    }

    private static async Task<IResult> ShowAsync(string id, ISourceStore sources, SubscriptionBook subscriptions, CancellationToken ct) =>
        await sources.TryFindAsync(id, ct) is { } source ? TypedResults.Ok(SourceView.Of(source) with { WebSub = await subscriptions.TryShowAsync(id, ct) }) : Unknown(id);

    private static async Task<IResult> ChangeAsync(string id, SourceInput input, SourceFinder finder, SourceBook book, CancellationToken ct)
    {
        if (input.Problem() is { } problem)
            return Problems.BadRequest(problem);

        var (complete, nothing) = await finder.CompleteAsync(input, ct);
        if (nothing is not null)
            return Problems.Unprocessable(nothing);

        var (source, conflict) = await book.ChangeAsync(id, complete, ct);
        return conflict is not null ? AddressTaken(conflict) : source is not null ? TypedResults.Ok(SourceView.Of(source)) : Unknown(id);
    }

    private static async Task<IResult> RemoveAsync(string id, SourceBook book, CancellationToken ct) =>
        await book.RemoveAsync(id, ct) ? TypedResults.NoContent() : Unknown(id);

    private static async Task<IResult> PollAsync(string id, SourceBook book, CancellationToken ct) =>
        await book.PollNowAsync(id, "Somebody asked for it.", ct) is { } source ? TypedResults.Accepted($"/api/v1/sources/{id}", SourceView.Of(source)) : Unknown(id);

    private static async Task<IResult> ReviveAsync(string id, SourceBook book, CancellationToken ct) =>
        await book.ReviveAsync(id, ct) is { } source ? TypedResults.Accepted($"/api/v1/sources/{id}", SourceView.Of(source)) : Unknown(id);

    private static async Task<IResult> PagesAsync(
        string id, string? limit, string? cursor, ISourceStore sources, IPendingPageStore pages, CancellationToken ct)
    {
        if (ListPosition.Read(limit, cursor, out var size, out var after) is { } problem)
            return Problems.BadRequest(problem);

        if (await sources.TryFindAsync(id, ct) is null)
            return Unknown(id);

        var found = await pages.ReadOfSourceAsync(id, after, size + 1, ct);
        return TypedResults.Ok(ListPosition.PageOf(found, size, page => page.Id, PageView.Of));
    }

    private static ProblemHttpResult AddressTaken(Source other) =>
        Problems.Conflict($"The source '{other.Id}' ({other.Name}) has this address already: change that one, or give another address.");

    private static ProblemHttpResult Unknown(string id) => Problems.NotFound($"There is no source '{id}': GET /api/v1/sources lists them.");
}
