using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.NoteSource;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.ListQuotes;

/// <summary><c>/api/v1/quotes</c>.</summary>
internal static class QuoteEndpoint
{
    public static void MapQuotes(this IEndpointRouteBuilder api) =>
        api.MapRead("/quotes", ListAsync)
            .WithName("ListQuotes")
            .WithSummary("What one speaker said, in the newest articles first; the filters are those of articles.")
            .Produces<Page<QuoteResource>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithFilterParameters("quoted speaker", "direct", "q", "language", "source", "country", "domain", "section", "category", "story", "entity", "duplicates", "from", "to", "limit", "cursor");

    private static async Task<Results<Ok<Page<QuoteResource>>, ProblemHttpResult>> ListAsync(
        HttpRequest request, [FromServices] QuoteLister quotes, [FromServices] CountryFilter countries, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var speaker = parameters.Text("speaker");
        if (speaker is null)
        {
            parameters.Fail("speaker is missing: give the name, an alias or the id of the one who is quoted.");
        }
        else if (speaker.StartsWith('-'))
        {
            parameters.Fail($"speaker is '{speaker}': give one who is quoted, without a dash.");
        }

        var direct = parameters.OneOf("direct", "true", "false");
        var from = parameters.Position<QuoteCursor>();
        if (from is not null && (string.IsNullOrEmpty(from.Id) || from.Skip < 0))
        {
            parameters.Fail("cursor belongs to another list: begin anew without a cursor.");
        }

        var query = await countries.ApplyAsync(parameters, ArticleQueryReader.Read(parameters, wordsFirst: false, hasCursor: false), ct);
        return parameters.Problem is { } problem
            ? Problems.BadRequest(problem)
            : TypedResults.Ok(await quotes.ListAsync(query, speaker!, direct is null ? null : direct == "true", from, ct));
    }
}
