using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.CountEntities;
using NewsPlatform.Publishing.CountFacets;
using NewsPlatform.Publishing.HighlightWords;
using NewsPlatform.Publishing.NoteSightings;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Http;

/// <summary><c>/api/v1/articles</c> and <c>/api/v1/entities</c>.</summary>
internal static class ArticleEndpoints
{
    private static readonly HashSet<string> Fields = [.. typeof(ArticleResource).GetProperties().Select(field => char.ToLowerInvariant(field.Name[0]) + field.Name[1..])];

    // Each may be named; more are a mistake.
    private const int MaximumNames = 50;

    public static void MapArticles(this IEndpointRouteBuilder api)
    {
        api.MapRead("/articles", ListAsync)
            .WithName("ListArticles")
            .WithSummary("Visible articles by words and filters. Body and text come only when fields= names them.")
            .Produces<ArticlePage>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithFilterParameters("q", "language", "source", "domain", "section", "category", "story", "entity", "speaker", "duplicates", "from", "to", "sort", "limit", "cursor", "fields", "facets", "highlight");
        api.MapRead("/articles/{id}", FindAsync)
            .WithName("GetArticle")
            .WithSummary("One article with body and text; 410 with its tombstone once withdrawn or expired.")
            .Produces<ArticleResource>()
            .Produces(StatusCodes.Status304NotModified)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone);
        api.MapRead("/entities", CountEntitiesAsync)
            .WithName("ListEntities")
            .WithSummary("Persons, organisations and places named most in the newest 5,000 articles that match the filters.")
            .Produces<Page<EntityCount>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithFilterParameters("q", "language", "source", "domain", "section", "category", "story", "entity", "speaker", "duplicates", "from", "to", "limit");
        api.MapRead("/entities/trending", FindTrendingAsync)
            .WithName("ListTrendingEntities")
            .WithSummary("Persons, organisations and places named in at least 3 articles of the last hours and more than in the seven windows before, most above that baseline first.")
            .Produces<Page<TrendingEntity>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithFilterParameters("q", "language", "source", "domain", "section", "category", "story", "entity", "speaker", "duplicates", "hours", "limit");
    }

    private static async Task<Results<Ok<ArticlePage>, ProblemHttpResult>> ListAsync(
        HttpRequest request, [FromServices] ArticleLister articles, [FromServices] FacetCounter facets, [FromServices] SightingReader sightings, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var query = ArticleQueryReader.Read(parameters, wordsFirst: true);
        var fields = FieldsOf(parameters);
        var asked = FacetsOf(parameters);
        var scored = parameters.OneOf("highlight", "0", "1") == "1" ? query.Text?.Scored.ToList() : null;
        if (parameters.Problem is { } problem)
        {
            return Problems.BadRequest(problem);
        }

        var (withBody, withText) = (fields.Contains("body"), fields.Contains("text"));
        var page = await articles.ListAsync(query with { WithBody = withBody || withText || scored is not null }, ct);
        var seenIn = await sightings.ReadAsync(page.Items, ct);
        var items = page.Items.Select(article => ArticleResource.Of(article, seenIn[article.ArticleId], withBody, withText) with
        {
            Highlights = scored is null ? null : Highlighter.Of(article, scored),
        });
        var counted = asked.Count == 0 ? null : await facets.CountAsync(query, asked, ct);
        return TypedResults.Ok(new ArticlePage([.. items], page.Next)
        {
            Facets = counted?.Facets,
            Counted = counted?.Counted,
            Total = counted?.Total,
            IsTotalExact = counted?.IsTotalExact,
        });
    }

    private static async Task<IResult> FindAsync(string id, [FromServices] IArticleReadStore articles, [FromServices] SightingReader sightings, CancellationToken ct)
    {
        var held = await articles.TryFindAsync(id, ct);
        if (held?.Article is { } article)
        {
            var seenIn = (await sightings.ReadAsync([article], ct))[id];
            return TaggedContent.Json(ArticleResource.Of(article, seenIn, withBody: true, withText: true));
        }

        return ArticleAbsence.Of(id, held?.State);
    }

    private static async Task<Results<Ok<Page<EntityCount>>, ProblemHttpResult>> CountEntitiesAsync(
        HttpRequest request, [FromServices] IArticleSearch search, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var query = ArticleQueryReader.Read(parameters, wordsFirst: false);
        return parameters.Problem is { } problem
            ? Problems.BadRequest(problem)
            : TypedResults.Ok(new Page<EntityCount>(await search.CountEntitiesAsync(query, EntityCount.UsualArticles, ct), null));
    }

    private static async Task<Results<Ok<Page<TrendingEntity>>, ProblemHttpResult>> FindTrendingAsync(
        HttpRequest request, [FromServices] TrendingEntities trending, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var query = ArticleQueryReader.Read(parameters, wordsFirst: false);
        var hours = parameters.Number("hours", 1, TrendingEntities.MaximumHours) ?? TrendingEntities.DefaultHours;
        return parameters.Problem is { } problem
            ? Problems.BadRequest(problem)
            : TypedResults.Ok(new Page<TrendingEntity>(await trending.FindAsync(query, hours, ct), null));
    }

    private static List<string> FacetsOf(QueryParameters parameters)
    {
        var names = parameters.List("facets", most: MaximumNames).Distinct().ToList();
        if (names.Find(name => !FacetCounter.Names.Contains(name)) is { } unknown)
        {
            parameters.Fail($"facets names '{QueryParameters.Shown(unknown)}': give some of {string.Join(", ", FacetCounter.Names)}, parted by a comma.");
        }

        return names;
    }

    private static HashSet<string> FieldsOf(QueryParameters parameters)
    {
        var fields = parameters.List("fields", most: MaximumNames);
        if (fields.FirstOrDefault(field => !Fields.Contains(field)) is { } unknown)
        {
            parameters.Fail($"fields names '{QueryParameters.Shown(unknown)}', which articles do not have: give body, text or both, parted by a comma.");
        }

        return [.. fields];
    }
}
