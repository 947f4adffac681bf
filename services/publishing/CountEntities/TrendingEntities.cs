using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.CountEntities;

/// <summary>An entity that is named more than usual.</summary>
/// <param name="Name">Normal form.</param>
/// <param name="Type">PER, ORG or LOC.</param>
/// <param name="Articles">Articles of the window that name it.</param>
/// <param name="Baseline">How many such windows had on average in the seven before.</param>
/// <param name="Score">How far above the baseline that is, in standard deviations of a count: (articles − baseline) / √(baseline + 1).</param>
internal sealed record TrendingEntity(string Name, string Type, int Articles, double Baseline, double Score);

/// <summary>Finds what is suddenly talked about, beside what always is.</summary>
internal sealed class TrendingEntities(IArticleSearch search, TimeProvider clock)
{
    public const int DefaultHours = 24;
    public const int MaximumHours = 72;

    // Fewer articles are chance.
    private const int LeastArticles = 3;
    private const int BaselineWindows = 7;
    private const int Candidates = 100;
    private const int MostCounted = 10_000;

    /// <summary>Most above its baseline first.</summary>
    /// <param name="query">Which articles count; its times are not used.</param>
    /// <param name="hours">The window, 1 to 72, up to now.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<IReadOnlyList<TrendingEntity>> FindAsync(ArticleQuery query, int hours, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var window = TimeSpan.FromHours(hours);
        var since = now - window;
        var (inWindow, before) = (query with { From = since, To = now }, query with { From = since - (BaselineWindows * window), To = since.AddMilliseconds(-1) });
        var named = (await search.CountEntitiesAsync(inWindow with { Limit = Candidates }, EntityCount.UsualArticles, ct)).Where(entity => entity.Articles >= LeastArticles).Select(entity => (Entity: entity, Label: ArticleLabels.Entity(entity.Name))).ToList();
        var labels = named.Select(entity => entity.Label).Distinct().ToList();
        var articles = await search.CountEachAsync(inWindow, labels, MostCounted, ct);
        var usual = await search.CountEachAsync(before, labels, MostCounted, ct);
        return
        [
            .. named.Select(entity => Compare(entity.Entity, articles[entity.Label], (double)usual[entity.Label] / BaselineWindows))
                .Where(entity => entity.Score > 0)
                .OrderByDescending(entity => entity.Score).ThenBy(entity => entity.Name, StringComparer.Ordinal)
                .Take(query.Limit),
        ];
    }

    private static TrendingEntity Compare(EntityCount entity, int articles, double baseline) =>
        new(entity.Name, entity.Type, articles, Math.Round(baseline, 2), Math.Round((articles - baseline) / Math.Sqrt(baseline + 1), 2));
}
