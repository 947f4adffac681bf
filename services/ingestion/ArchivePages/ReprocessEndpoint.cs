using System.Globalization;
using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.LimitIntake;
using NewsPlatform.Ingestion.PollSources;

namespace NewsPlatform.Ingestion.ArchivePages;

/// <summary>What became of an archived page.</summary>
internal sealed record ReprocessReceipt(string Id, long Revision, string Outcome);

/// <summary>
/// Reads an archived page with today's rules: a revision only where something changed, and never over what was read later. A withdrawn article stays withdrawn.
/// </summary>
internal static class ReprocessEndpoint
{
    private const int MaxNoteLength = 200;

    public static void MapReprocess(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/archive/pages", HandleAsync)
            .WithName("ReprocessPage")
            .WithSummary("Reads an archived page with today's rules; a new revision only where something changed.")
            .WithQuery("url", "The address that the page was fetched from.")
            .WithQuery("fetchedAt", "When that was.")
            .WithQuery("source", "Id of the source that named it.")
            .WithBody(new Dictionary<string, JsonSchemaType>(), "text/html")
            .Produces<ReprocessReceipt>()
            .ProducesProblems(400, 408, 413, 422, 429, 503);

    private static async Task<IResult> HandleAsync(
        HttpRequest request, ArticleFromWeb web, PushAdmission admission, IOptions<IntakeOptions> options, CancellationToken ct)
    {
        var (page, problem) = PageOf(request);
        if (page is null)
            return Problems.BadRequest(problem);

        var (turn, closed) = await admission.EnterAsync(request, ct);
        using (turn)
        {
            if (closed is not null)
                return closed;

            var (body, refusal) = await PushedBody.ReadAsync(request, new IntakeOptions { MaxPushBytes = ExtractionLimits.MaxBytes, BodySeconds = options.Value.BodySeconds }, ct);
            return refusal ?? await ReadAsync(page with { Body = body }, web, ct);
        }
    }

    private static async Task<IResult> ReadAsync(ArchivedPage page, ArticleFromWeb web, CancellationToken ct)
    {
        try
        {
            var accepted = await web.AcceptArchivedAsync(page, ct);
            return TypedResults.Ok(new ReprocessReceipt(accepted.Id, accepted.Revision, accepted.Outcome.ToString().ToLowerInvariant()));
        }
        catch (Exception unreadable) when (unreadable is UnreadableArticleException or ArticleTooLargeException)
        {
            return unreadable is UnreadableArticleException { IsForNow: true } ? Problems.Unavailable(unreadable.Message, PatternPatience.Span) : Problems.Unprocessable(unreadable.Message);
        }
    }

    private static (ArchivedPage? Page, string Problem) PageOf(HttpRequest request)
    {
        var query = request.Query;
        if (PushReading.AddressOf(query["url"].FirstOrDefault() ?? string.Empty, out var problem) is not { } url)
            return (null, problem);

        if (!DateTimeOffset.TryParse(query["fetchedAt"].FirstOrDefault(), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var fetchedAt))
            return (null, "fetchedAt is missing or no instant: give it as 2026-11-20T10:00:00Z.");

        var source = Text("source") ?? url.Host;
        var published = DateTimeOffset.TryParse(Text("publishedAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : (DateTimeOffset?)null;
        var note = new ArchivedNote(source, Text("sourceName") ?? source, Text("language"), Text("section"), published, Text("feedId"), TimeZone: Text("timeZone"));
        return (new ArchivedPage { Url = url, FetchedAt = fetchedAt, ContentType = request.ContentType, Body = [], Note = note }, string.Empty);

        string? Text(string name) => query[name].FirstOrDefault() is { Length: > 0 and <= MaxNoteLength } text ? text : null;
    }
}
