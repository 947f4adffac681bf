using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.CountFacets;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.NoteSightings;
using NewsPlatform.Publishing.NoteSource;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RankStories;
using NewsPlatform.Publishing.ReadStories;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Finds what a page shows and renders it.</summary>
internal sealed class Site(
    ArticleLister articles, IArticleReadStore store, StoryReader stories, RankedStories ranked, SightingReader sightings, ISourceReadStore sources, FacetCounter facets, LivePages live)
{
    private const int StoriesOnFront = 30;
    private const int LatestOnFront = 14;
    private const int RowsOnPage = 25;
    private const int SourcesOnPage = 200;

    public Task<IResult> FrontAsync(HttpRequest http, CancellationToken ct) => live.AnswerAsync(http, async request =>
    {
        var parameters = new QueryParameters(http.Query);
        var (_, language, after) = StoryQueryReader.ReadRanked(parameters);
        if (parameters.Problem is { } problem)
        {
            return MessagePage.BadRequest(problem, request);
        }

        var page = await ranked.ListAsync(StoriesOnFront, language, after, ct);
        var latest = await articles.ListAsync(new ArticleQuery { Language = language, Limit = LatestOnFront }, ct);
        return FrontPage.Of(FrontPageLayout.Of(page.Items), latest.Items, language, page.Next, request);
    }, ct);

    public Task<IResult> SectionAsync(string name, HttpRequest http, CancellationToken ct) => live.AnswerAsync(http, async request =>
    {
        var parameters = new QueryParameters(http.Query);
        var query = ArticleQueryReader.Read(parameters, wordsFirst: false).Bearing(ArticleLabels.Section(name), ArticleLabels.Category(name)) with { Limit = RowsOnPage };
        return parameters.Problem is { } problem
            ? MessagePage.BadRequest(problem, request)
            : ArticleListPage.OfSection(name, await articles.ListAsync(query, ct), request);
    }, ct);

    public Task<IResult> SearchAsync(HttpRequest http, CancellationToken ct) => live.AnswerAsync(http, async request =>
    {
        var parameters = new QueryParameters(http.Query);
        var query = ArticleQueryReader.Read(parameters, wordsFirst: true) with { Limit = RowsOnPage };
        return parameters.Problem is { } problem
            ? MessagePage.BadRequest(problem, request)
            : ArticleListPage.OfSearch(query, SearchFilters.Of(http.Query), await articles.ListAsync(query, ct), await facets.CountAsync(query, FacetPanel.Facets, ct), request);
    }, ct);

    public Task<IResult> ArticleAsync(string id, HttpRequest http, CancellationToken ct) => live.AnswerAsync(http, async request =>
    {
        var held = await store.TryFindAsync(id, ct);
        if (held?.Article is { } article)
        {
            var story = article.StoryId is { } storyId ? await stories.TryFindAsync(storyId, ct) : null;
            var seenIn = (await sightings.ReadAsync([article], ct))[id];
            return ArticlePage.Of(article, seenIn, story?.View, request);
        }

        return held?.State is { Standing: Standing.Withdrawn or Standing.Expired } state ? MessagePage.Gone(state, request) : MessagePage.NotFound(request);
    }, ct);

    public async Task<IResult> SourcesAsync(HttpRequest http, CancellationToken ct)
    {
        var request = live.Open(http);
        var read = await sources.ReadAsync(http.Query["cursor"], SourcesOnPage + 1, ct);
        var shown = read.Take(SourcesOnPage).ToList();
        var isSeen = shown.FindAll(source => ReportedSources.IsThere(source, request.Now));
        return Answer(request, SourcesPage.Of(isSeen, read.Count > SourcesOnPage ? shown[^1].SourceId : null, request));
    }

    public Task<IResult> StoryAsync(string id, HttpRequest http, CancellationToken ct) => live.AnswerAsync(
        http,
        async request => await stories.TryFindAsync(id, ct) switch
        {
            { View: { } view } => StoryPage.Of(view, request),
            { MergedInto: { } other } => SitePage.At(request.Link(Links.Story(other))),
            { Emptied: true } => MessagePage.EmptyStory(request),
            _ => MessagePage.NotFound(request),
        },
        ct);

    /// <summary>What no other endpoint knows: a page for people, problem details for programs.</summary>
    public IResult NotFound(HttpRequest http)
    {
        var request = live.Open(http);
        return http.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase)
            ? Answer(request, MessagePage.NotFound(request))
            : Problems.NotFound($"There is nothing at '{http.Path}': /openapi/v1.json lists what there is.");
    }

    private static SitePageResult Answer(SiteRequest request, SitePage page) => new(request, page);
}
