using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.OpenApi;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Enrichment.AnalyzeArticle;

/// <summary><c>POST /api/v1/analyze</c>: what the platform understands of a text, without taking it in.</summary>
internal static class AnalyzeEndpoint
{
    /// <summary>Bytes of a body, as for an article taken in.</summary>
    public const int MaxBytes = 1 << 20;

    private static readonly Dictionary<string, JsonSchemaType> JsonBody = new(StringComparer.Ordinal) { ["title"] = JsonSchemaType.String, ["text"] = JsonSchemaType.String, ["publishedAt"] = JsonSchemaType.String };

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static void MapAnalyze(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/v1/analyze", AnalyzeAsync)
            .WithName("AnalyzeText")
            .WithTags("Analysis").WithSummary("Language, entities, quotes, attribution, keywords, subjects, dates and grouping terms of a text; offsets count code points in its text.")
            .WithBody(JsonBody, "text/plain")
            .ProducesProblems(400, 413, 415);

    private static async Task<Results<Ok<AnalyzedText>, ProblemHttpResult>> AnalyzeAsync(HttpRequest http, ArticleAnalyzer analyzer, TimeProvider clock, CancellationToken ct)
    {
        if (await ReadAsync(http, ct) is not { } body)
        {
            return Problems.TooLarge($"The body is over {MaxBytes} bytes: send a shorter text.");
        }

        var (request, problem) = Read(http.ContentType, body);
        if (problem is not null)
        {
            return problem;
        }

        return string.IsNullOrWhiteSpace(request!.Text)
            ? Problems.BadRequest("'text' is empty: send the text to be analysed.")
            : TypedResults.Ok(AnalyzedText.Of(analyzer.Analyze(PlainContent.Of(request.Title, request.Text, request.PublishedAt ?? clock.GetUtcNow()))));
    }

    // Null when over the limit; never holds more than one byte beyond it.
    private static async Task<byte[]?> ReadAsync(HttpRequest http, CancellationToken ct)
    {
        if (http.ContentLength > MaxBytes)
        {
            return null;
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await http.Body.ReadAsync(buffer, ct)) > 0)
        {
            body.Write(buffer, 0, read);
            if (body.Length > MaxBytes)
            {
                return null;
            }
        }

        return body.ToArray();
    }

    private static (AnalyzeRequest? Request, ProblemHttpResult? Problem) Read(string? contentType, byte[] body)
    {
        try
        {
            return contentType?.Split(';')[0].Trim().ToLowerInvariant() switch
            {
                "text/plain" => (new AnalyzeRequest(null, StrictUtf8.GetString(body)), null),
                "application/json" when JsonSerializer.Deserialize<AnalyzeRequest>(body, JsonDefaults.Options) is { } request => (request, null),
                "application/json" => (null, Problems.BadRequest("The body is JSON null: send {\"title\"?, \"text\", \"publishedAt\"?}.")),
                _ => (null, Problems.UnsupportedMediaType($"The content type '{contentType}' is not read here: send application/json {{\"title\"?, \"text\", \"publishedAt\"?}} or text/plain in UTF-8.")),
            };
        }
        catch (JsonException malformed)
        {
            return (null, Problems.BadRequest($"The body is no JSON of the form {{\"title\"?, \"text\", \"publishedAt\"?}}: line {malformed.LineNumber + 1}, byte {malformed.BytePositionInLine + 1}, at '{malformed.Path}'."));
        }
        catch (DecoderFallbackException)
        {
            return (null, Problems.BadRequest("The body is not UTF-8: send the text in UTF-8."));
        }
    }
}

/// <summary>A text to be analysed; its dates are resolved against the time of publication, else against now.</summary>
internal sealed record AnalyzeRequest(string? Title, string? Text, DateTimeOffset? PublishedAt = null);

/// <summary>What the platform understands of a text; the fields are those of an article, and <c>terms</c>: the weighted stems by which it would be grouped into stories, heaviest first.</summary>
internal sealed record AnalyzedText(
    string Language,
    double LanguageConfidence,
    IReadOnlyList<string> Keywords,
    IReadOnlyList<Entity> Entities,
    IReadOnlyList<Quotation> Quotes,
    IReadOnlyList<AttributionEdge> Attribution,
    string? Section,
    IReadOnlyList<string> Summary,
    IReadOnlyList<TextSpan> SummarySpans,
    IReadOnlyList<string> KeyPhrases,
    IReadOnlyList<Topic> Topics,
    IReadOnlyList<NamedDate> Dates,
    IReadOnlyList<WeightedTerm> Terms)
{
    public static AnalyzedText Of(ArticleAnalysis analysis) => new(
        analysis.Language, analysis.LanguageConfidence, analysis.Keywords, analysis.Entities, analysis.Quotes, analysis.Attribution, analysis.Section, analysis.Summary, analysis.SummarySpans,
        analysis.KeyPhrases, analysis.Topics, analysis.Dates, analysis.Terms);
}
