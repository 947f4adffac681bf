using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.SpeakNewsApi;

/// <summary>A well-formed request for articles.</summary>
/// <param name="Query">Which articles, in which order.</param>
/// <param name="Page">Which of them.</param>
/// <param name="IsFull">True for whole texts.</param>
internal sealed record NewsApiQuestion(ArticleQuery Query, NewsApiPage Page, bool IsFull)
{
    private const int UsualEverything = 100;
    private const int UsualHeadlines = 20;
    private const int MostSources = 20;

    private static readonly NewsApiQuestion None = new(new ArticleQuery(), new NewsApiPage(0, 1), IsFull: false);

    /// <summary>Reads <c>/v2/everything</c>.</summary>
    /// <param name="parameters">The request's.</param>
    /// <param name="caller">Whose key it is.</param>
    /// <param name="sources">Those that there are.</param>
    /// <param name="now">The days of the key count from here.</param>
    /// <returns>A question, or why there is none.</returns>
    public static (NewsApiQuestion Question, NewsApiFault? Fault) OfEverything(NewsApiParameters parameters, Caller caller, NewsApiSources sources, DateTimeOffset now)
    {
        var (named, domains) = (parameters.List("sources"), parameters.List("domains"));
        if (parameters.Text("q") is null && parameters.Text("qInTitle") is null && named.Count == 0 && domains.Count == 0)
        {
            return (None, NewsApiFault.ScopeTooBroad);
        }

        var language = NewsApiLanguages.ToIso(parameters.Text("language"));
        var (from, oldest) = (parameters.Instant("from"), OldestFor(caller, now));
        var malformed = NewsApiWords.Read(parameters, language, out var words);
        var beyond = NewsApiPage.Read(parameters, UsualEverything, caller.MaximumResults, out var page);
        var fault = malformed ?? beyond ?? FaultOf(named, sources) ?? (from < oldest ? NewsApiFault.TooOld(oldest.Value, from.Value) : null);
        if (fault is not null)
        {
            return (None, fault);
        }

        IEnumerable<SearchExpression> conditions =
        [
            .. words,
            .. new ValueFilter(named, []).On(ArticleLabels.Source),
            .. new ValueFilter(domains, parameters.List("excludeDomains")).On(DomainLabel),
            .. Only(language).On(ArticleLabels.Language),
        ];
        var query = new ArticleQuery
        {
            Text = SearchExpression.All([.. conditions]),
            From = from ?? oldest,
            To = parameters.Instant("to", endOfDay: true),
            Order = words.Count > 0 && IsByRelevance(parameters) ? ArticleOrder.Relevance : ArticleOrder.Time,
        };
        return (new NewsApiQuestion(query, page, IsFullText(parameters, caller)), null);
    }

    /// <summary>Reads <c>/v2/top-headlines</c>, like <see cref="OfEverything"/>.</summary>
    public static (NewsApiQuestion Question, NewsApiFault? Fault) OfHeadlines(NewsApiParameters parameters, Caller caller, NewsApiSources sources, DateTimeOffset now)
    {
        var named = parameters.List("sources");
        var (country, category, language) = (parameters.Text("country"), parameters.Text("category"), NewsApiLanguages.ToIso(parameters.Text("language")));
        if (named.Count == 0 && country is null && category is null && language is null && parameters.Text("q") is null)
        {
            return (None, NewsApiFault.NothingAsked);
        }

        var mixed = named.Count > 0 && (country is not null || category is not null) ? NewsApiFault.MixedSources : null;
        var malformed = NewsApiWords.Read(parameters, language, out var words);
        var beyond = NewsApiPage.Read(parameters, UsualHeadlines, caller.MaximumResults, out var page);
        var fault = mixed ?? malformed ?? beyond ?? FaultOf(named, sources);
        if (fault is not null)
        {
            return (None, fault);
        }

        IEnumerable<SearchExpression> conditions =
        [
            .. words,
            .. new ValueFilter(named, []).On(ArticleLabels.Source),
            .. new ValueFilter(country is null ? [] : sources.IdsIn(country), []).On(ArticleLabels.Source),
            .. Only(category).On(ArticleLabels.Category),
            .. Only(language).On(ArticleLabels.Language),
        ];
        var query = new ArticleQuery
        {
            Text = SearchExpression.All([.. conditions]),
            From = OldestFor(caller, now),
        };
        return (new NewsApiQuestion(query, page, IsFullText(parameters, caller)), null);
    }

    private static NewsApiFault? FaultOf(IReadOnlyList<string> named, NewsApiSources sources) =>
        named.Count > MostSources ? NewsApiFault.TooManySources
        : named.Any(id => !sources.Has(id)) ? NewsApiFault.UnknownSource
        : null;

    // Nothing is known of how often an article was read: what is popular is what matches best.
    private static bool IsByRelevance(NewsApiParameters parameters) => parameters.Text("sortBy")?.ToLowerInvariant() is "relevancy" or "popularity";

    private static bool IsFullText(NewsApiParameters parameters, Caller caller) => caller.FullText && parameters.Text("content") == "full";

    private static ValueFilter Only(string? value) => new(value is null ? [] : [value], []);

    private static DateTimeOffset? OldestFor(Caller caller, DateTimeOffset now) =>
        caller.HistoryDays is { } days ? new DateTimeOffset(now.UtcDateTime.Date.AddDays(-days), TimeSpan.Zero) : null;

    // People give addresses where a domain is asked for.
    private static string DomainLabel(string domain) =>
        ArticleLabels.Domain(Uri.TryCreate(domain.Contains("://", StringComparison.Ordinal) ? domain : $"http://{domain}", UriKind.Absolute, out var url) ? url.IdnHost : domain);
}
