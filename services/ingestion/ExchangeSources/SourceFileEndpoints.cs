using Microsoft.OpenApi;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.DecodeText;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.ShowLimits;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.ExchangeSources;

/// <summary>All sources out and in, as OPML for feed readers or as a bundle of our own.</summary>
internal static class SourceFileEndpoints
{
    /// <summary>Of a file.</summary>
    public const int MaxBytes = 16 * 1_048_576;
    public const int MaxSources = 10_000;
    private const int PageSize = 500;

    public static void MapSourceFiles(this IEndpointRouteBuilder app)
    {
        app.MapRead("/api/v1/sources/export", ExportAsync).WithName("ExportSources").WithSummary("All sources as OPML (?format=opml) or as a JSON bundle.")
            .Produces<object>(StatusCodes.Status200OK, "application/json", "text/x-opml").ProducesProblems(400);
        app.MapPost("/api/v1/sources/import", ImportAsync).WithName("ImportSources").WithSummary("Adds the sources of an OPML file or a JSON bundle; those whose address is known stay as they are.")
            .WithBody(new Dictionary<string, JsonSchemaType> { ["sources"] = JsonSchemaType.Array }, "text/x-opml")
            .Produces<ImportResult>().ProducesProblems(400, 408, 413);
    }

    private static async Task<IResult> ExportAsync(string? format, ISourceStore sources, TimeProvider time, CancellationToken ct)
    {
        if (format is not (null or "json" or "opml"))
            return Problems.BadRequest($"format is '{format}': give opml or json.");

        var all = new List<SourceInput>();
        string? after = null;
        while (await sources.ReadAsync(after, PageSize, ct) is { Count: > 0 } page)
        {
            all.AddRange(page.Select(SourceInput.Of));
            after = page[^1].Id;
        }

        return format == "opml" ? TaggedContent.Text(OpmlFile.Write(all, time.GetUtcNow()), "text/x-opml; charset=utf-8") : TaggedContent.Text(SourceBundle.Write(all), "application/json; charset=utf-8");
    }

    private static async Task<IResult> ImportAsync(HttpRequest request, SourceImport import, LimitHits hits, CancellationToken ct)
    {
        var (body, refusal) = await PushedBody.ReadAsync(request, new IntakeOptions { MaxPushBytes = MaxBytes }, ct);
        if (refusal is not null)
        {
            hits.Hit(refusal is IStatusCodeHttpResult { StatusCode: StatusCodes.Status413PayloadTooLarge } ? IngestionLimit.ImportBytes : null);
            return refusal;
        }

        try
        {
            var text = TextDecoder.Plain(body, request.ContentType).Text;
            var sources = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n').StartsWith('<') ? OpmlFile.Read(text) : SourceBundle.Read(text);
            hits.Hit(sources.Count > MaxSources ? IngestionLimit.ImportSources : null);
            return sources.Count > MaxSources
                ? Problems.TooLarge($"The file has {sources.Count:N0} sources: give at most {MaxSources:N0} at a time.")
                : TypedResults.Ok(await import.AddAsync(sources, ct));
        }
        catch (SourceFileException unreadable)
        {
            return Problems.BadRequest(unreadable.Message);
        }
    }
}
