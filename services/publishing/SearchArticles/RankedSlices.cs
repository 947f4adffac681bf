using NewsPlatform.Publishing.IndexArticles;

namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>
/// Orders hits by relevance slice by slice. A slice is the newest 200 hits and those of the week that ends with the newest of them, at most 1,000; the next
/// one begins behind it. With no more hits than that the ranking is the one of all; with more, newer news comes first. So what a page costs is bounded by
/// the slice, however common the words, however late the page and however long the archive.
/// </summary>
internal sealed class RankedSlices(IArticleSearch search)
{
    // Of a word so common as that, hundreds of newer articles have it in their titles.
    private const int MostHits = 1_000;

    // Ten pages: who reads on that far may as well go on with older news.
    private const int LeastHits = 200;

    // Freshness halves meanwhile, so that hardly anything older would come before them.
    private static readonly TimeSpan Depth = HitScore.HalfLife;

    // Further words of a query decide whether an article is a hit, but not its rank: an alternative costs a walk of its own.
    private const int ScoredClauses = 8;

    /// <summary>The next places of the list.</summary>
    /// <param name="query">With the place after which to begin.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="now">When the first page was asked for; later pages bring that instant along.</param>
    /// <param name="ct">Ends the search.</param>
    public async Task<IReadOnlyList<ArticleCursor>> FindAsync(ArticleQuery query, int limit, DateTimeOffset now, CancellationToken ct)
    {
        var question = new Question(HitQuery.Of(query), query.After?.Slice?.AsOf ?? now);
        var slice = query.After?.Slice is { } begun
            ? await ReadBegunAsync(question, begun, ct)
            : await ReadNextAsync(question, question.Hits.Newest, ct);
        var found = PlacesOf(slice, question, query.After, limit);
        while (found.Count < limit && !slice.IsLast)
        {
            slice = await ReadNextAsync(question, slice.Oldest - 1, ct);
            found.AddRange(PlacesOf(slice, question, after: null, limit - found.Count));
        }

        return found;
    }

    // It keeps its bounds, so that an article that comes into it meanwhile moves no other; twice its hits leave room for those.
    private async Task<Slice> ReadBegunAsync(Question question, SlicePlace begun, CancellationToken ct)
    {
        var bounded = question.Hits with { Newest = Math.Min(question.Hits.Newest, begun.Newest), Oldest = Math.Max(question.Hits.Oldest, begun.Oldest) };
        var hits = await search.ReadHitsAsync(bounded, 2 * MostHits, question.Scored, ct);
        return Rank(hits, question, begun.Newest, begun.Oldest);
    }

    private async Task<Slice> ReadNextAsync(Question question, long newest, CancellationToken ct)
    {
        var hits = await search.ReadHitsAsync(question.Hits with { Newest = newest }, LeastHits + 1, question.Scored, ct);
        if (hits.Count <= LeastHits)
        {
            return Rank(hits, question, hits is [] ? newest : hits[0].Place.Key, oldest: 0);
        }

        var deepest = HitKey.First(HitKey.Time(hits[0].Place.Key) - Depth);
        if (hits[^1].Place.Key < deepest)
        {
            return Bounded(hits);
        }

        var rest = question.Hits with { Newest = newest, Oldest = Math.Max(question.Hits.Oldest, deepest), After = hits[^1].Place };
        hits = [.. hits, .. await search.ReadHitsAsync(rest, MostHits - LeastHits, question.Scored, ct)];
        return hits.Count <= MostHits ? Rank(hits, question, hits[0].Place.Key, deepest) : Bounded(hits);

        // One hit more than the slice has: those of its place stay together in the next slice, or a bound would lose some.
        Slice Bounded(IReadOnlyList<Hit> withNext)
        {
            var oldest = withNext[^1].Place.Key + 1;
            return Rank([.. withNext.TakeWhile(hit => hit.Place.Key >= oldest)], question, withNext[0].Place.Key, oldest);
        }
    }

    private static List<ArticleCursor> PlacesOf(Slice slice, Question question, ArticleCursor? after, int limit)
    {
        var begun = after is null ? default : new RankedHit(after.Slice!.Score, new HitPlace(after.Key, after.Id));
        return [.. slice.Ranked
            .SkipWhile(hit => after is not null && RankedHit.BestFirst.Compare(hit, begun) <= 0)
            .Take(limit)
            .Select(hit => new ArticleCursor(ArticleOrder.Relevance, hit.Place.Key, hit.Place.ArticleId, new SlicePlace(slice.Newest, slice.Oldest, question.AsOf, hit.Score)))];
    }

    private static Slice Rank(IReadOnlyList<Hit> hits, Question question, long newest, long oldest)
    {
        var ranked = new RankedHit[hits.Count];
        for (var i = 0; i < ranked.Length; i++)
        {
            ranked[i] = new RankedHit(HitScore.Of(hits[i], question.Scored, question.AsOf), hits[i].Place);
        }

        Array.Sort(ranked, RankedHit.BestFirst);
        return new Slice(ranked, newest, oldest);
    }

    /// <param name="Hits">What is asked.</param>
    /// <param name="AsOf">From when ages count.</param>
    private sealed record Question(HitQuery Hits, DateTimeOffset AsOf)
    {
        public IReadOnlyList<TextClause> Scored { get; } = [.. (Hits.Where?.Scored ?? []).Take(ScoredClauses)];
    }

    /// <param name="Score">See <see cref="HitScore"/>.</param>
    /// <param name="Place">In the order of time.</param>
    private readonly record struct RankedHit(double Score, HitPlace Place)
    {
        public static Comparer<RankedHit> BestFirst { get; } = Comparer<RankedHit>.Create(static (one, other) =>
        {
            var byScore = other.Score.CompareTo(one.Score);
            var byKey = byScore != 0 ? byScore : other.Place.Key.CompareTo(one.Place.Key);
            return byKey != 0 ? byKey : string.CompareOrdinal(other.Place.ArticleId, one.Place.ArticleId);
        });
    }

    /// <param name="Ranked">Its hits, the best first.</param>
    /// <param name="Newest">Its newest place.</param>
    /// <param name="Oldest">Its oldest place; 0 in the last.</param>
    private sealed record Slice(IReadOnlyList<RankedHit> Ranked, long Newest, long Oldest)
    {
        public bool IsLast => Oldest == 0;
    }
}
