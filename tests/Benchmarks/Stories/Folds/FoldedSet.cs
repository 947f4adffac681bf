using System.Text.Json;
using NewsPlatform.Enrichment.AnalyzeArticle;
using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.StoryBench.Folds;

/// <summary>A set of articles with gold stories or judged pairs, analysed once, and grouped as often as asked.</summary>
internal sealed class FoldedSet
{
    private readonly IGold _gold;

    private FoldedSet(string name, IReadOnlyList<StoryCandidate> articles, IGold gold) => (Name, Articles, _gold) = (name, articles, gold);

    public string Name { get; }

    public IReadOnlyList<StoryCandidate> Articles { get; }

    public int Topics => _gold.Topics.Count;

    /// <summary>Reads docs.jsonl with gold.jsonl (stories with topics) or pairs.jsonl (Russian pairs: what hangs together by pairs is a topic); null where they are not.</summary>
    public static FoldedSet? TryRead(string folder)
    {
        string documents = Path.Combine(folder, "docs.jsonl"), stories = Path.Combine(folder, "gold.jsonl"), pairs = Path.Combine(folder, "pairs.jsonl");
        if (!File.Exists(documents) || !(File.Exists(stories) || File.Exists(pairs)))
        {
            return null;
        }

        IGold gold = File.Exists(stories) ? new GoldStories(Lines(stories)) : new GoldPairs(Lines(pairs), "ru");
        var reader = new StoryClusterer(new ArticleAnalyzer(), new StoryGroupingOptions());
        return new FoldedSet(new DirectoryInfo(folder).Name, [.. Lines(documents).Select(line => reader.Read(Document(line)))], gold);
    }

    /// <summary>What these settings make of the set: sums for the figure, topic by topic.</summary>
    public IReadOnlyDictionary<string, Sums> Group(StoryGroupingOptions options)
    {
        var clusterer = new StoryClusterer(new ArticleAnalyzer(), options);
        foreach (var article in Articles)
        {
            clusterer.Add(article);
        }

        return _gold.Score(id => clusterer.StoryOf(id)!);
    }

    /// <summary>The topics in two halves, by a seed.</summary>
    public (IReadOnlyList<string> Choosing, IReadOnlyList<string> Telling) Halves(int seed)
    {
        var topics = _gold.Topics.Order(StringComparer.Ordinal).ToArray();
        new Random(seed).Shuffle(topics);
        return (topics[..(topics.Length / 2)], topics[(topics.Length / 2)..]);
    }

    /// <summary>The figure over some topics.</summary>
    public double F1(IReadOnlyDictionary<string, Sums> sums, IReadOnlyList<string> topics) => _gold.F1(topics.Select(topic => sums[topic]).Aggregate((one, other) => one + other));

    private static List<JsonElement> Lines(string path) => [.. File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonSerializer.Deserialize<JsonElement>(line))];

    private static ClusterDocument Document(JsonElement line)
    {
        string? Member(string name) => line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        return new ClusterDocument(line.GetProperty("id").GetString()!, Member("title"), Member("text") ?? "", Language: Member("language"));
    }
}
