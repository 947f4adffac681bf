using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.NewsApi;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.SpeakNewsApi;

/// <summary>Answers requests in the dialect of NewsAPI v2.</summary>
internal sealed class NewsApi(ArticleLister articles, IArticleSearch search, NewsApiSourceReader sources, IOptions<PublishingOptions> options, TimeProvider clock)
{
    private const int MostCounted = 100_000;

    public Task<IResult> EverythingAsync(HttpRequest request, CancellationToken ct) => FindAsync(request, NewsApiQuestion.OfEverything, ct);

    public Task<IResult> HeadlinesAsync(HttpRequest request, CancellationToken ct) => FindAsync(request, NewsApiQuestion.OfHeadlines, ct);

    public async Task<IResult> SourcesAsync(HttpRequest request, CancellationToken ct)
    {
        var parameters = new NewsApiParameters(request.Query);
        var known = await sources.ReadAsync([], ct);
        return NewsApiDialect.Answer(new NewsApiSourceList("ok", [.. known.Of(parameters.Text("category"), NewsApiLanguages.ToIso(parameters.Text("language")), parameters.Text("country"))]));
    }

    private async Task<IResult> FindAsync(HttpRequest request, ReadQuestion read, CancellationToken ct)
    {
        var parameters = new NewsApiParameters(request.Query);
        var known = await sources.ReadAsync(parameters.List("sources"), ct);
        var (question, fault) = read(parameters, Caller.Of(request), known, clock.GetUtcNow());
        if (fault is not null)
        {
            return fault.ToResult();
        }

        // The contract's content is the beginning of the body.
        var query = question.Query with { Limit = question.Page.Size, WithBody = true };
        var found = await articles.ReadAsync(query, question.Page.Skip, ct);
        var total = await search.CountAsync(query, MostCounted, ct);
        var site = SiteAddress.Of(request, options.Value);
        return NewsApiDialect.Answer(new NewsApiArticles("ok", total, [.. found.Select(article => NewsApiArticle.Of(article, site, question.IsFull))]));
    }

    private delegate (NewsApiQuestion Question, NewsApiFault? Fault) ReadQuestion(NewsApiParameters parameters, Caller caller, NewsApiSources sources, DateTimeOffset now);
}
