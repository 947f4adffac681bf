using System.Text.Json;

namespace NewsPlatform.StoryBench.Folds;

/// <summary>Articles whose stories are known, by BCubed F1: sums of articles, their precision and their recall.</summary>
internal sealed class GoldStories : IGold
{
    private readonly List<(string Id, string Story, string Topic)> _articles;

    public GoldStories(IEnumerable<JsonElement> lines)
    {
        _articles = [.. lines.Select(line => (line.GetProperty("id").GetString()!, line.GetProperty("cluster").ToString(), line.GetProperty("topic").ToString()))];
        Topics = _articles.Select(article => article.Topic).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyCollection<string> Topics { get; }

    public IReadOnlyDictionary<string, Sums> Score(Func<string, string> storyOf)
    {
        var told = _articles.Select(article => (article.Story, article.Topic, Told: storyOf(article.Id))).ToList();
        var gold = told.CountBy(article => article.Story).ToDictionary(StringComparer.Ordinal);
        var found = told.CountBy(article => article.Told).ToDictionary(StringComparer.Ordinal);
        var both = told.CountBy(article => (article.Story, article.Told)).ToDictionary();
        return told.GroupBy(article => article.Topic, StringComparer.Ordinal).ToDictionary(
            topic => topic.Key,
            topic => new Sums(topic.Count(), topic.Sum(article => (double)both[(article.Story, article.Told)] / found[article.Told]), topic.Sum(article => (double)both[(article.Story, article.Told)] / gold[article.Story])),
            StringComparer.Ordinal);
    }

    public double F1(Sums sums) => 2 * sums.Second * sums.Third / (sums.Second + sums.Third) / sums.First;
}
