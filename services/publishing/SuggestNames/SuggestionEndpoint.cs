using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;

namespace NewsPlatform.Publishing.SuggestNames;

/// <summary><c>/api/v1/suggestions</c>.</summary>
internal static class SuggestionEndpoint
{
    private const int UsualSuggestions = 8;

    public static void MapSuggestions(this IEndpointRouteBuilder api) =>
        api.MapRead("/suggestions", FindAsync)
            .WithName("ListSuggestions")
            .WithSummary("Persons, organisations and places of the newest 5,000 articles of whose name a word begins as q; those that begin so themselves first, then the most frequent.")
            .Produces<Page<NameSuggestion>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithFilterParameters("typed q", "suggestions limit");

    private static async Task<Results<Ok<Page<NameSuggestion>>, ProblemHttpResult>> FindAsync(HttpRequest request, [FromServices] NameSuggestions suggestions, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var (typed, limit) = (parameters.Text("q"), parameters.Number("limit", 1, NameSuggestions.MostSuggestions) ?? UsualSuggestions);
        if (typed is null && parameters.Problem is null)
        {
            parameters.Fail("q is missing: give the beginning of a name.");
        }

        return parameters.Problem is { } problem
            ? Problems.BadRequest(problem)
            : TypedResults.Ok(new Page<NameSuggestion>(await suggestions.FindAsync(typed!, limit, ct), null));
    }
}
