using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.NoteSource;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.ListSections;

/// <summary><c>/api/v1/sections</c>.</summary>
internal static class SectionEndpoint
{
    public static void MapSections(this IEndpointRouteBuilder api) =>
        api.MapRead("/sections", ListAsync)
            .WithName("ListSections")
            .WithSummary("The seven categories with the number of their articles and the publishers' own sections in them.")
            .Produces<Page<SectionResource>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithFilterParameters("q", "language", "source", "country", "domain", "entity", "speaker", "duplicates", "from", "to");

    private static async Task<Results<Ok<Page<SectionResource>>, ProblemHttpResult>> ListAsync(
        HttpRequest request, [FromServices] SectionReader sections, [FromServices] CountryFilter countries, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var query = await countries.ApplyAsync(parameters, ArticleQueryReader.Read(parameters, wordsFirst: false), ct);
        return parameters.Problem is { } problem
            ? Problems.BadRequest(problem)
            : TypedResults.Ok(new Page<SectionResource>(await sections.ReadAsync(query, ct), null));
    }
}
