using System.Text.Json;

namespace NewsPlatform.StoryBench.Folds;

/// <summary>Pairs judged to be of one story or not, by the F1 of "one": sums of the found, the told and the true ones.</summary>
internal sealed class GoldPairs : IGold
{
    private readonly List<(string First, string Second, bool Same, string Topic)> _pairs = [];

    /// <param name="lines">The pairs.</param>
    /// <param name="language">Those of this language only.</param>
    public GoldPairs(IEnumerable<JsonElement> lines, string language)
    {
        var pairs = lines.Where(line => line.GetProperty("language").GetString() == language)
            .Select(line => (First: line.GetProperty("a").GetString()!, Second: line.GetProperty("b").GetString()!, Same: line.GetProperty("same").GetBoolean())).ToList();

        // Articles that pairs join are one topic, by the id that comes first.
        var topics = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (first, second, _) in pairs)
        {
            string one = topics.GetValueOrDefault(first, first), other = topics.GetValueOrDefault(second, second);
            (topics[first], topics[second]) = (one, other);
            foreach (var id in topics.Where(pair => pair.Value == other).Select(pair => pair.Key).ToList())
            {
                topics[id] = one;
            }
        }

        _pairs.AddRange(pairs.Select(pair => (pair.First, pair.Second, pair.Same, topics[pair.First])));
        Topics = _pairs.Select(pair => pair.Topic).ToHashSet(StringComparer.Ordinal);
    }

    public IReadOnlyCollection<string> Topics { get; }

    public IReadOnlyDictionary<string, Sums> Score(Func<string, string> storyOf) => _pairs.GroupBy(pair => pair.Topic, StringComparer.Ordinal).ToDictionary(
        topic => topic.Key,
        topic =>
        {
            var told = topic.Select(pair => (pair.Same, Told: storyOf(pair.First) == storyOf(pair.Second))).ToList();
            return new Sums(told.Count(pair => pair.Same && pair.Told), told.Count(pair => pair.Told), told.Count(pair => pair.Same));
        },
        StringComparer.Ordinal);

    public double F1(Sums sums) => sums.Second + sums.Third == 0 ? 0 : 2 * sums.First / (sums.Second + sums.Third);
}
