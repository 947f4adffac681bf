using Microsoft.AspNetCore.Mvc;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;

namespace NewsPlatform.Publishing.DescribeEntity;

/// <summary><c>/api/v1/entities/{name}</c>.</summary>
internal static class EntityEndpoint
{
    public static void MapEntity(this IEndpointRouteBuilder api) =>
        api.MapRead("/entities/{**name}", FindAsync)
            .WithName("GetEntity")
            .WithSummary("A person, organisation or place by name, alias or id (Wikidata): kind, other names, articles by day, who is named with it, and where its articles and quotes are.")
            .Produces<EntityResource>()
            .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<IResult> FindAsync(string name, [FromServices] EntityPortraits portraits, CancellationToken ct)
    {
        var asked = PathNames.Read(name);
        return await portraits.TryDrawAsync(asked, ct) is { } entity
            ? TaggedContent.Json(entity)
            : Problems.NotFound($"No article names '{QueryParameters.Shown(asked)}': look it up in /api/v1/entities.");
    }
}
