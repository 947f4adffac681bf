using System.Globalization;
using System.Security.Cryptography;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.SearchBench;

/// <summary>Invented articles in the order of their times, 20,000 a day, from 300 sources in three languages. The same at every run.</summary>
internal sealed class InventedArticles
{
    public const int Sources = 300;
    private const int ArticlesPerDay = 20_000;
    private const int People = 20_000;

    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Categories = ["business", "entertainment", "general", "health", "science", "sports", "technology"];

    private readonly Random _random = new(1);
    private readonly Dictionary<string, InventedWords> _words = InventedWords.Codes.ToDictionary(code => code, code => new InventedWords(code));
    private readonly string[] _languages = ["ru", "ru", "uk", "en"];
    private int _count;

    /// <summary>When article number n appeared.</summary>
    public static DateTimeOffset TimeOf(int number) => Beginning.AddDays((double)number / ArticlesPerDay);

    public InventedWords WordsOf(string language) => _words[language];

    /// <summary>The next article as publishing stores it.</summary>
    public ContentChange Next()
    {
        var number = _count++;
        var source = _random.Next(Sources);
        var language = _languages[source % _languages.Length];
        var words = _words[language];
        var id = Convert.ToHexStringLower(SHA256.HashData(BitConverter.GetBytes(number)).AsSpan(0, 16));
        var time = TimeOf(number);
        var people = Enumerable.Range(0, _random.Next(1, 5)).Select(_ => Person(words)).DistinctBy(person => person.Name).ToList();
        var enriched = new ArticleEnriched
        {
            ArticleId = id,
            Revision = 1,
            CorrelationId = Guid.Empty,
            Content = new ArticleContent
            {
                Url = string.Create(CultureInfo.InvariantCulture, $"https://news{source}.example/{number}"),
                Source = new ArticleSource($"news{source}", $"News {source}"),
                Title = words.Text(_random.Next(5, 11), _random),
                Description = words.Text(20, _random),
                PublishedAt = time,
                FirstSeenAt = time.AddMinutes(1),
                Body = [.. Enumerable.Range(0, 4).Select(_ => new ArticleBlock { Type = BlockTypes.Paragraph, Text = words.Text(_random.Next(15, 60), _random) })],
            },
            Analysis = new ArticleAnalysis { Language = language, Section = Categories[_random.Next(Categories.Length)], Entities = people },
            StoryId = $"story-{number / 4}",
            StoryVersion = 1,
            DuplicateOf = _random.Next(10) == 0 ? "another" : null,
            IngestedAt = time,
            AnalyzedAt = time,
            AssignedAt = time,
        };
        return ArticleChanges.Of(enriched, time.AddMinutes(2));
    }

    // Few are named often, most hardly ever.
    private Entity Person(InventedWords words) => new(words.Name((int)(People * Math.Pow(_random.NextDouble(), 3))), "PER", []);
}
