using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.FindSimilar;

/// <summary>
/// Finds what resembles an article by the search index alone. At most 16 clues (<see cref="SimilarityClue"/>) are each looked up in the thirty days around the
/// article; a clue weighs ln(1 + 200 / articles that bear it), so that a rare name tells more than a common word (inverse document frequency), and one that
/// no other article bears does not count. A candidate's part of all the weights, the shared story (.5) and the shared text (.8) are taken for independent
/// hints: 1 − (1 − part) × (1 − .5) × (1 − .8). It costs 17 reads of at most 200 hits and one of at most 120 heads, however many articles there are.
/// </summary>
internal sealed class SimilarArticles(IArticleSearch search)
{
    public const int Default = 10;
    public const int Most = 50;

    private const int HitsOfClue = 200;
    private const double StoryWeight = 0.5;
    private const double TextWeight = 0.8;

    private static readonly TimeSpan Around = TimeSpan.FromDays(15);

    /// <summary>The most similar first.</summary>
    /// <param name="article">Need not have its body.</param>
    /// <param name="limit">At most so many, 1 to 50.</param>
    /// <param name="withSameText">False leaves out what tells the same text.</param>
    /// <param name="ct">Ends the search.</param>
    public async Task<IReadOnlyList<SimilarArticle>> FindAsync(PublishedArticle article, int limit, bool withSameText, CancellationToken ct)
    {
        var candidates = new Dictionary<string, Candidate>(StringComparer.Ordinal);
        if (article.DuplicateOf is { } repeated)
        {
            candidates[repeated] = new Candidate();
        }

        var inStory = article.StoryId is { } story ? await search.ReadHitsAsync(new HitQuery { InStories = [story] }, HitsOfClue, [], ct) : [];
        Note(inStory, article, candidates, candidate => candidate.SameStory = true);
        var total = await WeighAsync(article, candidates, ct);

        var likely = candidates.OrderByDescending(candidate => candidate.Value.Score(total, sameText: false)).ThenBy(candidate => candidate.Key, StringComparer.Ordinal).Take(20 + (2 * limit));
        var heads = await search.LoadAsync([.. likely.Select(candidate => candidate.Key).Union(article.DuplicateOf is { } first ? [first] : [])], withBody: false, ct);
        return
        [
            .. heads
                .Select(head => (Head: head, Candidate: candidates[head.ArticleId], SameText: IsSameText(article, head)))
                .Where(similar => withSameText || !similar.SameText)
                .OrderByDescending(similar => similar.Candidate.Score(total, similar.SameText)).ThenByDescending(similar => similar.Head.Time).ThenBy(similar => similar.Head.ArticleId, StringComparer.Ordinal)
                .Take(limit)
                .Select(similar => similar.Candidate.Tell(similar.Head, total, similar.SameText)),
        ];
    }

    private async Task<double> WeighAsync(PublishedArticle article, Dictionary<string, Candidate> candidates, CancellationToken ct)
    {
        var total = 0.0;
        foreach (var clue in SimilarityClue.Of(article))
        {
            var hits = await search.ReadHitsAsync(
                new HitQuery { Where = clue.Where, Oldest = HitKey.First(article.Time - Around), Newest = HitKey.Last(article.Time + Around) }, HitsOfClue, [], ct);
            if (hits.Any(hit => hit.Place.ArticleId != article.ArticleId))
            {
                var weight = Math.Log(1 + ((double)HitsOfClue / hits.Count));
                total += weight;
                Note(hits, article, candidates, candidate => candidate.Add(clue, weight));
            }
        }

        return total;
    }

    private static void Note(IReadOnlyList<Hit> hits, PublishedArticle article, Dictionary<string, Candidate> candidates, Action<Candidate> note)
    {
        foreach (var id in hits.Select(hit => hit.Place.ArticleId).Where(id => id != article.ArticleId))
        {
            if (!candidates.TryGetValue(id, out var candidate))
            {
                candidates[id] = candidate = new Candidate();
            }

            note(candidate);
        }
    }

    private static bool IsSameText(PublishedArticle article, PublishedArticle other) =>
        other.DuplicateOf == article.ArticleId || article.DuplicateOf == other.ArticleId || (other.DuplicateOf is { } third && third == article.DuplicateOf);

    private sealed class Candidate
    {
        private readonly List<SimilarityClue> _shared = [];
        private double _weight;

        public bool SameStory { get; set; }

        public void Add(SimilarityClue clue, double weight)
        {
            _shared.Add(clue);
            _weight += weight;
        }

        public double Score(double total, bool sameText)
        {
            var part = total == 0 ? 0 : _weight / total;
            return 1 - ((1 - part) * (SameStory ? 1 - StoryWeight : 1) * (sameText ? 1 - TextWeight : 1));
        }

        public SimilarArticle Tell(PublishedArticle head, double total, bool sameText) => new(
            StoryArticleResource.Of(head),
            Math.Round(Score(total, sameText), 4),
            new SimilarReasons(SameStory, sameText, [.. _shared.Where(clue => clue.IsEntity).Select(clue => clue.Name)], [.. _shared.Where(clue => !clue.IsEntity).Select(clue => clue.Name)]));
    }
}
