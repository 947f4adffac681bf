using System.Globalization;
using System.Text;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>
/// Articles without end in Russian, Ukrainian and English, the same for the same seed. Every event has names of its own, and two articles in
/// three are the only ones about theirs, so that they make many stories.
/// </summary>
internal sealed class InventedNews(int seed)
{
    private const int SentencesPerParagraph = 3;
    private const int Paragraphs = 3;

    private static readonly NewsWords[] Languages = [NewsWords.Russian, NewsWords.Ukrainian, NewsWords.English];

    /// <summary>An edition (from 1 on) of article number <paramref name="number"/> at that address.</summary>
    public InventedArticle Write(int number, int edition, string url)
    {
        var events = EventOf(number);
        var words = Languages[events % Languages.Length];
        var names = new Random(HashCode(seed, events, 1));
        var cast = new Cast(Name(words, names), Name(words, names), Name(words, names), Name(words, names));
        var random = new Random(HashCode(seed, number, edition + 10));
        var title = Sentence(words, words.Titles, cast, random);
        var paragraphs = Enumerable.Range(0, Paragraphs)
            .Select(_ => string.Join(' ', Enumerable.Range(0, SentencesPerParagraph).Select(_ => Sentence(words, words.Sentences, cast, random))))
            .Append(string.Format(CultureInfo.InvariantCulture, words.Imprint, number, edition));
        return new InventedArticle(url, $"Desk {number % 7}", title.TrimEnd('.'), [.. paragraphs]);
    }

    // Articles 0, 1, 2 of every nine tell one event, the others one each.
    private static int EventOf(int number) => number % 9 < 3 ? number - (number % 9) : number;

    // Not System.HashCode, which is another one in every process.
    private static int HashCode(int a, int b, int c) => unchecked((((a * 486_187_739) + b) * 16_777_619) ^ (c * 92_821));

    private static string Sentence(NewsWords words, IReadOnlyList<string> patterns, Cast cast, Random random) => string.Format(
        CultureInfo.InvariantCulture,
        patterns[random.Next(patterns.Count)],
        cast.Town,
        cast.Person,
        cast.Company,
        cast.Place,
        words.Nouns[random.Next(words.Nouns.Count)],
        words.Nouns[random.Next(words.Nouns.Count)],
        random.Next(2, 9_000));

    private static string Name(NewsWords words, Random random)
    {
        var name = new StringBuilder();
        for (var syllables = random.Next(2, 4); syllables > 0; syllables--)
        {
            name.Append(words.Syllables[random.Next(words.Syllables.Count)]);
        }

        name.Append(words.Endings[random.Next(words.Endings.Count)]);
        name[0] = char.ToUpperInvariant(name[0]);
        return name.ToString();
    }

    private sealed record Cast(string Town, string Person, string Company, string Place);
}
