using System.Text;
using System.Text.Json;

namespace NewsPlatform.PushLoad;

/// <summary>
/// Makes articles whose words are spread as in real texts: common words, a vocabulary by Zipf's law, and the event's own names and
/// words. One event has one to six articles, so that stories form without everything being one. The same seed and number give the same article.
/// </summary>
internal sealed class ArticleMaker(int seed, int words)
{
    private const int Vocabulary = 20_000;
    private const int ArticlesPerEvent = 3;

    /// <summary>The article as JSON of the push API.</summary>
    public string Make(int number)
    {
        // Neighbours in one block of the sequence share events: about three articles each, and their order is mixed by the clients.
        var eventRandom = new Random(Mix(1, number / ArticlesPerEvent));
        var language = Language.All[eventRandom.Next(Language.All.Count)];
        var topic = Enumerable.Range(0, 25).Select(_ => Word(language, eventRandom.Next(200, Vocabulary))).ToArray();
        var names = Enumerable.Range(0, 4).Select(_ => Name(language, eventRandom)).ToArray();
        var random = new Random(Mix(2, number));
        return JsonSerializer.Serialize(new
        {
            url = $"https://load.example/{seed}/{language.Code}/{number}",
            title = Capital(Sentence(language, topic, names, random, 7)),
            text = Text(language, topic, names, random),
            language = language.Code,
            source = new { id = $"load-{random.Next(40)}", name = $"Load source {random.Next(40)}" },
        });
    }

    private string Text(Language language, string[] topic, string[] names, Random random)
    {
        var text = new StringBuilder();
        var length = (words / 2) + random.Next(words);
        for (var written = 0; written < length;)
        {
            var size = random.Next(8, 20);
            text.Append(Capital(Sentence(language, topic, names, random, size))).Append(". ");
            written += size;
            if (random.Next(4) == 0)
            {
                text.Append("\n\n");
            }
        }

        return text.ToString();
    }

    private static string Sentence(Language language, string[] topic, string[] names, Random random, int size) =>
        string.Join(' ', Enumerable.Range(0, size).Select(_ => random.NextDouble() switch
        {
            < 0.42 => language.Common[Zipf(random, language.Common.Length)],
            < 0.70 => Word(language, Zipf(random, Vocabulary)),
            < 0.94 => topic[random.Next(topic.Length)],
            _ => names[random.Next(names.Length)],
        }));

    // Not HashCode, which is another one in every process.
    private int Mix(int part, int number) => unchecked((((seed * 31) + part) * 1_000_003) ^ (number * 7_919));

    // The rank by Zipf's law: the logarithm of the rank is even.
    private static int Zipf(Random random, int count) => (int)Math.Pow(count, random.NextDouble()) - 1;

    private static string Word(Language language, int rank)
    {
        var random = new Random(rank * 2_654_435);
        return string.Concat(Enumerable.Range(0, 2 + (rank % 2)).Select(_ => language.Syllables[random.Next(language.Syllables.Length)]));
    }

    private static string Name(Language language, Random random) => $"{Capital(Word(language, random.Next(1_000_000)))} {Capital(Word(language, random.Next(1_000_000)))}";

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];
}
