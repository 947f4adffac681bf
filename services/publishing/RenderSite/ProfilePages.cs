using NewsPlatform.Publishing.CountFacets;
using NewsPlatform.Publishing.DescribeEntity;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.ListQuotes;
using NewsPlatform.Publishing.NoteSource;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>The pages of one source, and of one person, organisation or place.</summary>
internal sealed class ProfilePages(
    ArticleLister articles, EntityPortraits portraits, QuoteLister quotes, FacetCounter facets, ReportedSources sources, LivePages live)
{
    private const int RowsOnPage = 20;
    private const int QuotesShown = 6;

    public Task<IResult> SourceAsync(string id, HttpRequest http, CancellationToken ct) => live.AnswerAsync(http, async request =>
    {
        var parameters = new QueryParameters(http.Query);
        var query = ArticleQueryReader.Read(parameters, wordsFirst: false).Bearing(ArticleLabels.Source(id)) with { Limit = RowsOnPage };
        if (parameters.Problem is { } problem)
        {
            return MessagePage.BadRequest(problem, request);
        }

        var source = (await sources.ReadAsync(ct)).FirstOrDefault(one => one.SourceId.Equals(id, StringComparison.OrdinalIgnoreCase));
        var page = await articles.ListAsync(query, ct);
        return source is null && page.Items.Count == 0
            ? MessagePage.NotFound(request)
            : SourcePage.Of(id, source, page, await facets.CountAsync(new ArticleQuery().Bearing(ArticleLabels.Source(id)), ["section", "entity", "day"], ct), request);
    }, ct);

    public Task<IResult> EntityAsync(string name, HttpRequest http, CancellationToken ct) => live.AnswerAsync(http, async request =>
    {
        var parameters = new QueryParameters(http.Query);
        var query = ArticleQueryReader.Read(parameters, wordsFirst: false) with { Limit = RowsOnPage };
        if (parameters.Problem is { } problem)
        {
            return MessagePage.BadRequest(problem, request);
        }

        if (await portraits.TryDrawAsync(name, ct) is not { } entity)
        {
            return MessagePage.NotFound(request);
        }

        // What is listed is what was counted: by its id it is found under its names in other languages too.
        var term = entity.Id ?? name;
        var said = await quotes.ListAsync(new ArticleQuery { Limit = QuotesShown }, term, direct: null, from: null, ct);
        return EntityPage.Of(entity, await articles.ListAsync(query.Bearing(ArticleLabels.Entity(term)), ct), said.Items, request);
    }, ct);
}
