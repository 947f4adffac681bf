using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.DescribeEntity;

/// <summary>Puts together what the visible articles know of an entity. It costs the same however often it is named.</summary>
internal sealed class EntityPortraits(IArticleSearch search, TimeProvider clock)
{
    private const int ReadArticles = 50;
    private const int MostAliases = 20;
    private const int MostOthers = 10;
    private const int MostCounted = 10_000;
    private const int CountedHits = 5_000;
    private const int CountedDays = 30;

    /// <summary>The entity of that name, alias or id; null when no visible article names it.</summary>
    public async Task<EntityResource?> TryDrawAsync(string name, CancellationToken ct)
    {
        if (name.Trim() is not { Length: > 0 } asked)
        {
            return null;
        }

        var named = await ReadNamedAsync(asked, ct);
        if (named.Count == 0)
        {
            return null;
        }

        // By its id it is found under its names in other languages too.
        var id = named.Select(entity => entity.Id).FirstOrDefault(known => known is not null);
        return id is null || id.Equals(asked, StringComparison.OrdinalIgnoreCase) ? await DrawAsync(asked, id, named, ct) : await DrawAsync(id, id, await ReadNamedAsync(id, ct), ct);
    }

    private async Task<EntityResource> DrawAsync(string term, string? id, IReadOnlyList<Entity> named, CancellationToken ct)
    {
        var query = new ArticleQuery().Bearing(ArticleLabels.Entity(term));
        var articles = await search.CountAsync(query, MostCounted, ct);
        var names = MostFrequent(named.Select(entity => entity.Name)).Concat(MostFrequent(named.SelectMany(entity => entity.Aliases))).Distinct().ToList();
        var others = await search.CountEntitiesAsync(query with { Limit = MostOthers + names.Count }, EntityCount.UsualArticles, ct);
        return new EntityResource
        {
            Name = names[0],
            Type = MostFrequent(named.Select(entity => entity.Type)).First(),
            Id = id,
            Role = MostFrequent(named.Select(entity => entity.Role).OfType<string>()).FirstOrDefault(),
            Aliases = [.. names.Skip(1).Take(MostAliases)],
            Articles = articles,
            IsTotalExact = articles < MostCounted,
            QuotedIn = await search.CountAsync(new ArticleQuery().Bearing(ArticleLabels.Speaker(term)), MostCounted, ct),
            Days = await CountDaysAsync(query, ct),
            NamedWith = [.. others.Where(entity => !names.Contains(entity.Name, StringComparer.OrdinalIgnoreCase)).Take(MostOthers)],
            Links = new EntityLinks(
                Links.WithQuery("/api/v1/articles", Links.Filter("entity", term)),
                Links.WithQuery("/api/v1/quotes", ("speaker", term)),
                Links.WithQuery("/feeds/atom.xml", Links.Filter("entity", term))),
        };
    }

    // As the newest articles that name it have it.
    private async Task<IReadOnlyList<Entity>> ReadNamedAsync(string term, CancellationToken ct)
    {
        var newest = await search.ReadHitsAsync(HitQuery.Of(new ArticleQuery().Bearing(ArticleLabels.Entity(term))), ReadArticles, [], ct);
        var articles = await search.LoadAsync([.. newest.Select(hit => hit.Place.ArticleId)], withBody: false, ct);
        return [.. articles.SelectMany(article => article.Analysis.Entities).Where(entity => IsNamed(entity, ArticleLabels.Entity(term)))];
    }

    private static bool IsNamed(Entity entity, string label) =>
        entity.Aliases.Append(entity.Name).Concat(entity.Id is null ? [] : [entity.Id]).Any(name => ArticleLabels.Entity(name) == label);

    private static IEnumerable<string> MostFrequent(IEnumerable<string> values) =>
        values.CountBy(value => value, StringComparer.Ordinal).OrderByDescending(value => value.Value).ThenBy(value => value.Key, StringComparer.Ordinal).Select(value => value.Key);

    private async Task<IReadOnlyList<DayCount>> CountDaysAsync(ArticleQuery query, CancellationToken ct)
    {
        var today = DayOf(clock.GetUtcNow());
        var first = today.AddDays(1 - CountedDays);
        var hits = await search.ReadHitsAsync(HitQuery.Of(query with { From = new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero) }), CountedHits, [], ct);

        // A day of which there may be more hits than were read would be counted short.
        var whole = hits.Count < CountedHits ? first : DayOf(HitKey.Time(hits[^1].Place.Key)).AddDays(1);
        var counts = hits.CountBy(hit => DayOf(HitKey.Time(hit.Place.Key))).ToDictionary();
        return [.. Enumerable.Range(0, CountedDays).Select(back => today.AddDays(-back)).TakeWhile(day => day >= whole).Select(day => new DayCount(day, counts.GetValueOrDefault(day)))];
    }

    private static DateOnly DayOf(DateTimeOffset time) => DateOnly.FromDateTime(time.UtcDateTime);
}
