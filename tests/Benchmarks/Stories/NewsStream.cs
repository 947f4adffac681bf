using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Text;

namespace NewsPlatform.StoryBench;

/// <summary>
/// Invented news without end: 20,000 articles a day, two of five begin an event, the others tell of one of the last day's; words by Zipf's law over
/// 200,000; every eighth text is a reprint. The same at every run.
/// </summary>
internal sealed class NewsStream
{
    public const int ArticlesPerDay = 20_000;

    private const int Words = 200_000;
    private const int OwnWords = 50;
    private const int ComparedTerms = 80;
    private const int Sources = 500;

    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random = new(1);
    private readonly string[] _words = [.. Enumerable.Range(0, Words).Select(number => $"слов{number}")];
    private readonly List<Event> _events = [];
    private int _count;

    /// <summary>The next article as it comes from the analysis, and the story that it belongs to.</summary>
    public (StoryCandidate Candidate, string StoryId) Next()
    {
        var number = _count++;
        var id = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray());
        var at = Beginning.AddDays((double)number / ArticlesPerDay);
        if (_events.Count < 50 || _random.NextDouble() < 0.4)
        {
            _events.Add(new Event(StoryIds.For(id), [.. Enumerable.Range(0, OwnWords).Select(_ => Word())], Fingerprint(), Sketch()));
            if (_events.Count > ArticlesPerDay)
            {
                _events.RemoveRange(0, ArticlesPerDay / 2);
            }
        }

        var told = _events[_random.Next(Math.Max(0, _events.Count - (ArticlesPerDay / 2)), _events.Count)];
        var words = told.Words.Where(_ => _random.NextDouble() < 0.75).Concat(Enumerable.Range(0, OwnWords).Select(_ => Word())).Distinct();
        var isReprint = _random.Next(8) == 0;
        return (new StoryCandidate
        {
            ArticleId = id,
            Revision = 1,
            Language = "ru",
            Title = string.Join(' ', told.Words.Take(6)),
            PublishedAt = at,
            SeenAt = at,
            Terms = [.. words.Select(word => new WeightedTerm(word, 1 + _random.NextDouble())).OrderByDescending(term => term.Weight)],
            EntityNames = [told.Words[0], told.Words[1], told.Words[2]],
            Fingerprint = isReprint ? told.Fingerprint : Fingerprint(),
            Sketch = isReprint ? told.Sketch : Sketch(),
            Source = $"source-{number % Sources}",
        }, told.StoryId);
    }

    /// <summary>The next article as the log would hold it, without a decision: what makes a million in minutes.</summary>
    public ArticleAssigned NextEntry(long position)
    {
        var (candidate, storyId) = Next();
        return new ArticleAssigned
        {
            Position = position,
            At = candidate.SeenAt,
            ArticleId = candidate.ArticleId,
            Revision = 1,
            StoryId = storyId,
            Language = candidate.Language,
            Title = candidate.Title,
            Time = candidate.SeenAt,
            SeenAt = candidate.SeenAt,
            Score = 0.5,
            Reason = JoinReasons.Words,
            Source = candidate.Source,
            Terms = new ArticleTerms
            {
                Vector = StoryVector.Of(candidate.Terms.Select(term => term.Term), Rarity, ComparedTerms),
                CrossLanguage = new StoryVector(candidate.EntityNames, [600_000, 600_000, 600_000]),
                Fingerprint = candidate.Fingerprint,
                Sketch = candidate.Sketch,
                Shared = [.. candidate.Terms.Take(8).Select(term => term.Term)],
                SharedNames = candidate.EntityNames,
            },
        };
    }

    // Words are numbered from the commonest on.
    private static double Rarity(string word) => Math.Log(2 + int.Parse(word.AsSpan(4), System.Globalization.CultureInfo.InvariantCulture));

    private string Word() => _words[(int)(Math.Pow(_random.NextDouble(), 4) * Words)];

    private uint[] Fingerprint()
    {
        var values = new uint[MinHash.SignatureLength];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = (uint)_random.NextInt64(uint.MaxValue);
        }

        return values;
    }

    // An article of 300 words and more leaves as many runs as are kept.
    private TextSketch Sketch() => new([.. Enumerable.Range(0, TextSketch.Kept).Select(_ => (uint)_random.NextInt64(uint.MaxValue / 4)).Order()], IsWhole: false);

    private sealed record Event(string StoryId, string[] Words, uint[] Fingerprint, TextSketch Sketch);
}
