using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Publishing.Storage;
using NewsPlatform.Publishing.Storage.MongoDb;
using NewsPlatform.Testing.MongoDb;

namespace NewsPlatform.Publishing.Tests.Storage.MongoDb;

/// <summary>The two engines side by side on invented articles and questions by seed: readers must not notice which one answers.</summary>
public sealed class EngineAgreementTests : IAsyncDisposable
{
    private const int Questions = 150;

    private static readonly string[] Words = ["bridge", "harbour", "bridges", "ferry", "Harbour-Bridge", "мост", "мосты", "гавань", "міст", "об’єкт", "Ту-154", "covid-19"];
    private static readonly string[] Languages = ["en", "ru", "uk"];
    private static readonly Entity[] Entities = [new("Mara Lindqvist", "PER", []), new("Tidewater", "LOC", []), new("Гавань", "LOC", [])];

    private readonly MongoTestDatabase _database = MongoTestDatabase.CreateOrSkip();
    private readonly SqliteFile _file = new();

    public async ValueTask DisposeAsync()
    {
        _file.Dispose();
        await _database.DisposeAsync();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Find_the_same_articles_in_the_same_order_and_count_the_same(int seed)
    {
        var random = new Random(seed);
        var mongoDb = await _database.OpenIndexedAsync();
        var changes = Enumerable.Range(0, 150).Select(_ => AChange(random)).ToList();
        await new SqliteArticleReadStore(_file.Database).PutNewerAsync(changes, default);
        await new MongoDbArticleReadStore(mongoDb).PutNewerAsync(changes, default);
        (IArticleSearch sqlite, IArticleSearch mongo) = (new SqliteArticleSearch(_file.Database), new MongoDbArticleSearch(mongoDb));

        var hits = 0;
        for (var i = 0; i < Questions; i++)
        {
            var query = AQuestion(random);
            var expected = await sqlite.PageThroughAsync(query);

            Assert.Equal(expected, await mongo.PageThroughAsync(query));
            Assert.Equal(await sqlite.CountAsync(query, 50, default), await mongo.CountAsync(query, 50, default));
            Assert.Equal(await sqlite.CountEntitiesAsync(query, 5_000, default), await mongo.CountEntitiesAsync(query, 5_000, default));
            if (query.Text?.Scored.Any() == true)
            {
                var byRelevance = query with { Order = ArticleOrder.Relevance };
                var ranked = await sqlite.PageThroughAsync(byRelevance);
                Assert.Equal(expected.Order(), ranked.Order());
                Assert.Equal(ranked, await mongo.PageThroughAsync(byRelevance));
            }

            hits += expected.Count;
        }

        Assert.True(hits > Questions, $"Only {hits} hits: the questions say little.");
        string[] stories = ["s0", "s1", "s2", "none"];
        Assert.Equal(Described(await sqlite.ReadStoriesAsync(stories, 3, default)), Described(await mongo.ReadStoriesAsync(stories, 3, default)));
    }

    private static IEnumerable<string> Described(IReadOnlyDictionary<string, StoryArticles> stories) =>
        stories.OrderBy(story => story.Key).Select(story => $"{story.Key} {story.Value.Total} {string.Join(' ', story.Value.Newest.Select(article => article.ArticleId))}");

    private static ArticleChange AChange(Random random)
    {
        var (id, revision) = ($"a{random.Next(100):00}", random.Next(1, 4));
        return random.Next(10) == 0
            ? ArticleChanges.Of(AnArticle.Withdrawn(id, revision), AnArticle.Noon)
            : AnArticle.Change(AnArticle.Enriched(
                id,
                revision,
                title: Phrase(random, 3),
                text: Phrase(random, 8),
                language: Languages[random.Next(3)],
                source: $"source{random.Next(3)}",
                section: random.Next(2) == 0 ? "City" : "Sport",
                story: $"s{random.Next(3)}",
                storyVersion: random.Next(1, 50),
                publishedAt: AnArticle.Noon.AddMinutes(-random.Next(20)),
                embargoedUntil: random.Next(12) == 0 ? AnArticle.Noon.AddHours(3) : null,
                entities: [.. Entities.Where(_ => random.Next(2) == 0)]));
    }

    private static ArticleQuery AQuestion(Random random) => new()
    {
        Text = random.Next(4) == 0 ? null : Searching.Typed(string.Join(' ', Enumerable.Range(0, random.Next(1, 4)).Select(_ => APiece(random))), random.Next(2) == 0 ? null : Languages[random.Next(3)]),
        Language = random.Next(3) == 0 ? Languages[random.Next(3)] : null,
        SourceId = random.Next(6) switch { 0 => $"source{random.Next(3)}", 1 => $"source{random.Next(3)},-source{random.Next(3)}", _ => null },
        Domain = random.Next(6) == 0 ? $"-source{random.Next(3)}.example" : null,
        Section = random.Next(3) == 0 ? "city" : null,
        StoryId = random.Next(5) == 0 ? $"s{random.Next(3)}" : null,
        Entity = random.Next(4) == 0 ? Entities[random.Next(3)].Name : null,
        From = random.Next(4) == 0 ? AnArticle.Noon.AddMinutes(-random.Next(20)) : null,
        To = random.Next(4) == 0 ? AnArticle.Noon.AddMinutes(-random.Next(20)) : null,
        Limit = random.Next(1, 9),
    };

    private static string APiece(Random random) => random.Next(11) switch
    {
        4 => $"title:{Phrase(random, 1)}",
        5 => $"({Phrase(random, 1)} OR {APiece(random)})",
        6 => $"({Phrase(random, 1)} OR NOT {APiece(random)})",
        7 => $"entity:\"{Entities[random.Next(3)].Name}\"",
        8 => $"-source:source{random.Next(3)}",
        9 => $"title:\"{Phrase(random, 2)}\" OR language:ru",
        10 => $"-({Phrase(random, 1)} \"{Phrase(random, 2)}\")",
        0 => $"\"{Phrase(random, 2)}\"",
        1 => $"-\"{Phrase(random, 2)}\"",
        2 => $"-{Phrase(random, 1)}",
        _ => Phrase(random, 1),
    };

    private static string Phrase(Random random, int words) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Words[random.Next(Words.Length)]));
}
