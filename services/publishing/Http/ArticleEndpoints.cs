using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.CountEntities;
using NewsPlatform.Publishing.CountFacets;
using NewsPlatform.Publishing.HighlightWords;
using NewsPlatform.Publishing.NoteSightings;
using NewsPlatform.Publishing.NoteSource;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Http;

/// <summary><c>/api/v1/articles</c> and <c>/api/v1/entities</c>.</summary>
internal static class ArticleEndpoints
{
    // Each may be named; more are a mistake.
    private const int MaximumNames = 50;

    public static void MapArticles(this IEndpointRouteBuilder api)
    {
        api.MapRead("/articles", ListAsync)
            .WithName("ListArticles")
            .WithSummary("Visible articles by words and filters. Body and text come only when fields= names them.")
            .Produces<ArticlePage>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithFilterParameters("q", "language", "source", "country", "domain", "section", "category", "story", "entity", "speaker", "duplicates", "from", "to", "sort", "limit", "cursor", "fields", "facets", "highlight");
        api.MapRead("/articles/{id}", FindAsync)
            .WithName("GetArticle")
            .WithSummary("One article with body and text; 410 with its tombstone once withdrawn or expired.")
            .Produces<ArticleResource>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status410Gone)
            .WithFilterParameters("article fields");
        api.MapRead("/entities", CountEntitiesAsync)
            .WithName("ListEntities")
            .WithSummary("Persons, organisations and places named most in the newest 5,000 articles that match the filters.")
            .Produces<Page<EntityCount>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithFilterParameters("q", "language", "source", "country", "domain", "section", "category", "story", "entity", "speaker", "duplicates", "from", "to", "limit");
        api.MapRead("/entities/trending", FindTrendingAsync)
            .WithName("ListTrendingEntities")
            .WithSummary("Persons, organisations and places named in at least 3 articles of the last hours and more than in the seven windows before, most above that baseline first.")
            .Produces<Page<TrendingEntity>>()
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .WithFilterParameters("q", "language", "source", "country", "domain", "section", "category", "story", "entity", "speaker", "duplicates", "hours", "limit");
    }

    private static async Task<IResult> ListAsync(
        HttpRequest request, [FromServices] ArticleLister articles, [FromServices] FacetCounter facets, [FromServices] SightingReader sightings, [FromServices] CountryFilter countries, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var query = await countries.ApplyAsync(parameters, ArticleQueryReader.Read(parameters, wordsFirst: true), ct);
        var fields = ChosenFields.Read(parameters);
        var asked = FacetsOf(parameters);
        var scored = parameters.OneOf("highlight", "0", "1") == "1" ? query.Text?.Scored.ToList() : null;
        if (parameters.Problem is { } problem)
        {
            return Problems.BadRequest(problem);
        }

        var page = await articles.ListAsync(query with { WithBody = fields.WithBody || fields.WithText || scored is not null }, ct);
        var seenIn = await sightings.ReadAsync(page.Items, ct);
        var items = page.Items.Select(article => ArticleResource.Of(article, seenIn[article.ArticleId], fields.WithBody, fields.WithText) with
        {
            Highlights = scored is null ? null : Highlighter.Of(article, scored),
        });
        var counted = asked.Count == 0 ? null : await facets.CountAsync(query, asked, ct);
        var answer = new ArticlePage([.. items], page.Next)
        {
            Facets = counted?.Facets,
            Counted = counted?.Counted,
            Total = counted?.Total,
            IsTotalExact = counted?.IsTotalExact,
        };
        return fields.LeavesOut ? TaggedContent.Json(fields.Of(answer)) : TaggedContent.Json(answer);
    }

    private static async Task<IResult> FindAsync(
        string id, HttpRequest request, [FromServices] IArticleReadStore articles, [FromServices] SightingReader sightings, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var fields = ChosenFields.Read(parameters);
        if (parameters.Problem is { } problem)
        {
            return Problems.BadRequest(problem);
        }

        var held = await articles.TryFindAsync(id, ct);
        if (held?.Article is { } article)
        {
            var seenIn = (await sightings.ReadAsync([article], ct))[id];
            var whole = ArticleResource.Of(article, seenIn, withBody: true, withText: true);
            return fields.Named.Count > 0 ? TaggedContent.Json(fields.Of(whole)) : TaggedContent.Json(whole);
        }

        return ArticleAbsence.Of(id, held?.State);
    }

    private static async Task<Results<Ok<Page<EntityCount>>, ProblemHttpResult>> CountEntitiesAsync(
        HttpRequest request, [FromServices] IArticleSearch search, [FromServices] CountryFilter countries, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var query = await countries.ApplyAsync(parameters, ArticleQueryReader.Read(parameters, wordsFirst: false), ct);
        return parameters.Problem is { } problem
            ? Problems.BadRequest(problem)
            : TypedResults.Ok(new Page<EntityCount>(await search.CountEntitiesAsync(query, EntityCount.UsualArticles, ct), null));
    }

    private static async Task<Results<Ok<Page<TrendingEntity>>, ProblemHttpResult>> FindTrendingAsync(
        HttpRequest request, [FromServices] TrendingEntities trending, [FromServices] CountryFilter countries, CancellationToken ct)
    {
        var parameters = new QueryParameters(request.Query);
        var query = await countries.ApplyAsync(parameters, ArticleQueryReader.Read(parameters, wordsFirst: false), ct);
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
}
