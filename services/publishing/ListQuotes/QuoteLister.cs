using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.ListQuotes;

/// <summary>The quote with which a page begins.</summary>
/// <param name="Key">The place in time of its article.</param>
/// <param name="Id">The article.</param>
/// <param name="Skip">So many of the speaker's quotes in it were given.</param>
internal sealed record QuoteCursor(long Key, string Id, int Skip);

/// <summary>
/// Gives what one speaker said, newest article first and each article's in the order of its text. The speaker is a label of the search index, which holds
/// what readers may see and nothing else: a page costs the articles that it shows, however many quotes there are.
/// </summary>
internal sealed class QuoteLister(IArticleSearch search)
{
    // Articles whose quotes of the speaker are all of the other kind cost a look each; a page ends after so many and its cursor goes on.
    private const int MaximumLooks = 1_000;
    private const int BatchSize = 50;

    /// <summary>The next quotes.</summary>
    /// <param name="query">Which articles; its order and place do not count.</param>
    /// <param name="speaker">Name, alias or id.</param>
    /// <param name="direct">True: in direct speech only; false: in reported speech only.</param>
    /// <param name="from">Where to begin; null = at the newest.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<Page<QuoteResource>> ListAsync(ArticleQuery query, string speaker, bool? direct, QuoteCursor? from, CancellationToken ct)
    {
        var (label, found, next) = (ArticleLabels.Speaker(speaker), new List<QuoteResource>(), from);
        for (var looks = 0; looks < MaximumLooks; looks += BatchSize)
        {
            var hits = await ReadHitsAsync(query, label, next, ct);
            var articles = (await search.LoadAsync([.. hits.Select(hit => hit.Place.ArticleId)], withBody: false, ct)).ToDictionary(article => article.ArticleId);
            foreach (var place in hits.Select(hit => hit.Place))
            {
                var skip = place.ArticleId == next?.Id ? next.Skip : 0;
                foreach (var quote in articles.TryGetValue(place.ArticleId, out var article) ? QuotesOf(article, label, direct).Skip(skip) : [])
                {
                    if (found.Count == query.Limit)
                    {
                        return new Page<QuoteResource>(found, Cursor.Encode(new QuoteCursor(place.Key, place.ArticleId, skip)));
                    }

                    found.Add(quote);
                    skip++;
                }

                next = new QuoteCursor(place.Key, place.ArticleId, int.MaxValue);
            }

            if (hits.Count < BatchSize)
            {
                return new Page<QuoteResource>(found, null);
            }
        }

        return new Page<QuoteResource>(found, Cursor.Encode(next!));
    }

    private static IEnumerable<QuoteResource> QuotesOf(PublishedArticle article, string label, bool? direct) => article.Analysis.Quotes
        .Where(quote => (direct is null || quote.Direct == direct) && ArticleLabels.SpeakersOf(article, quote).Contains(label))
        .OrderBy(quote => quote.Start)
        .Select(quote => QuoteResource.Of(article, quote));

    // The article of the cursor itself is read again, unless it was given whole: some of its quotes may be left.
    private async Task<IReadOnlyList<Hit>> ReadHitsAsync(ArticleQuery query, string label, QuoteCursor? next, CancellationToken ct)
    {
        var question = HitQuery.Of(query.Bearing(label));
        if (next is null)
        {
            return await search.ReadHitsAsync(question, BatchSize, [], ct);
        }

        var rest = await search.ReadHitsAsync(question with { After = new HitPlace(next.Key, next.Id) }, BatchSize, [], ct);
        var begun = next.Skip == int.MaxValue ? [] : await search.ReadHitsAsync(question with { Newest = Math.Min(next.Key, question.Newest), Oldest = Math.Max(next.Key, question.Oldest) }, BatchSize, [], ct);
        return [.. begun.Where(hit => hit.Place.ArticleId == next.Id), .. rest];
    }
}
