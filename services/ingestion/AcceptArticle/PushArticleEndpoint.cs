using Microsoft.Extensions.Options;
using Microsoft.OpenApi;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.ExtractArticle.Rules;
using NewsPlatform.Ingestion.LimitIntake;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>The answer to a push or a withdrawal.</summary>
internal sealed record ArticleReceipt(string Id, long Revision, string Journey)
{
    public static ArticleReceipt Of(string id, long revision) => new(id, revision, $"/api/v1/articles/{id}/journey");
}

/// <summary>
/// Takes pushed articles: <c>text/html</c>, <c>text/plain</c> or <c>application/json</c>, our own or ninjs. Address and publisher may stand in <c>?url=</c> and
/// <c>?source=</c>, or in the headers <c>X-Article-Url</c> and <c>X-Article-Source</c>.
/// </summary>
internal static class PushArticleEndpoint
{
    // As JsonArticleReader and PushedExtras read it; one of text, html and body.
    private static readonly Dictionary<string, JsonSchemaType> JsonBody = new(StringComparer.Ordinal)
    {
        ["url"] = JsonSchemaType.String,
        ["title"] = JsonSchemaType.String,
        ["subtitle"] = JsonSchemaType.String,
        ["correction"] = JsonSchemaType.String,
        ["text"] = JsonSchemaType.String,
        ["html"] = JsonSchemaType.String,
        ["body"] = JsonSchemaType.Array,
        ["description"] = JsonSchemaType.String,
        ["section"] = JsonSchemaType.String,
        ["tags"] = JsonSchemaType.Array,
        ["paywalled"] = JsonSchemaType.Boolean,
        ["authors"] = JsonSchemaType.Array,
        ["publishedAt"] = JsonSchemaType.String,
        ["image"] = JsonSchemaType.String,
        ["language"] = JsonSchemaType.String,
        ["comments"] = JsonSchemaType.Object,
        ["place"] = JsonSchemaType.Object,
        ["recording"] = JsonSchemaType.Object,
        ["source"] = JsonSchemaType.Object,
    };

    public static void MapPushArticle(this IEndpointRouteBuilder app) =>
        app.MapPost("/api/v1/articles", HandleAsync)
            .WithName("PushArticle")
            .WithSummary("Takes an article as text/html, text/plain or application/json (our own or ninjs); ?url= and ?source= (or the headers X-Article-Url and X-Article-Source) name its address and publisher.")
            .WithQuery("url", "The article's address.")
            .WithQuery("source", "The publisher's name.")
            .WithBody(JsonBody, "text/html", "text/plain")
            .Produces<ArticleReceipt>(StatusCodes.Status202Accepted)
            .Produces<ArticleReceipt>()
            .ProducesProblems(400, 408, 413, 415, 429, 503);

    private static async Task<IResult> HandleAsync(
        HttpRequest request, IArticleIntake intake, PushAdmission admission, IOptions<IntakeOptions> options, PublisherRuleFolder rules, CancellationToken ct)
    {
        var mediaType = PushedBody.MediaTypeOf(request);
        if (mediaType is not ("text/html" or "application/xhtml+xml" or "text/plain" or "application/json") && !NinjsItem.IsMediaType(mediaType))
            return Problems.UnsupportedMediaType($"Content-Type is '{mediaType}': send text/html, text/plain, application/json or application/ninjs+json.");

        if (NoteOf(request, out var problem) is not { } note)
            return Problems.BadRequest(problem);

        if (PushedBody.IsDeclaredTooLarge(request, options.Value.MaxPushBytes))
            return PushedBody.TooLarge(options.Value.MaxPushBytes);

        var (turn, closed) = await admission.EnterAsync(request, ct);
        using (turn)
            return closed ?? await TakeAsync(request, body => PushReading.Of(body, request.ContentType, mediaType, note, new PageReading(Rules: rules.Current)), intake, admission, options.Value, ct);
    }

    private static async Task<IResult> TakeAsync(
        HttpRequest request, Func<byte[], ArticleReading> read, IArticleIntake intake, PushAdmission admission, IntakeOptions options, CancellationToken ct)
    {
        var (body, refusal) = await PushedBody.ReadAsync(request, options, ct);
        if (refusal is not null)
            return refusal;

        try
        {
            var accepted = await intake.AcceptAsync(read(body), ct);
            if (accepted.Outcome is AcceptanceOutcome.Added or AcceptanceOutcome.Revised)
                admission.Took();

            return Receipt(accepted);
        }
        catch (UnreadableArticleException unreadable)
        {
            return unreadable.IsTooLarge ? Problems.TooLarge(unreadable.Message)
                : unreadable.IsForNow ? Problems.Unavailable(unreadable.Message, PatternPatience.Span)
                : Problems.BadRequest(unreadable.Message);
        }
        catch (ArticleTooLargeException tooLarge)
        {
            return Problems.TooLarge(tooLarge.Message);
        }
    }

    private static IResult Receipt(AcceptedArticle accepted)
    {
        var receipt = ArticleReceipt.Of(accepted.Id, accepted.Revision);
        return accepted.Outcome == AcceptanceOutcome.Unchanged ? TypedResults.Ok(receipt) : TypedResults.Accepted(receipt.Journey, receipt);
    }

    private static PushNote? NoteOf(HttpRequest request, out string problem)
    {
        problem = string.Empty;
        var address = Stated(request, "url", "X-Article-Url");
        var source = Stated(request, "source", "X-Article-Source");
        if (source?.Length > PushReading.MaxSourceLength)
        {
            problem = $"source is {source.Length} characters long: give the publisher's name in at most {PushReading.MaxSourceLength}.";
            return null;
        }

        var url = address is null ? null : PushReading.AddressOf(address, out problem);
        return problem.Length > 0 ? null : new PushNote(url, source);
    }

    private static string? Stated(HttpRequest request, string parameter, string header)
    {
        var text = request.Query[parameter].FirstOrDefault() ?? request.Headers[header].FirstOrDefault();
        return string.IsNullOrWhiteSpace(text) ? null : text.Trim();
    }
}
