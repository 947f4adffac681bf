using System.Globalization;

namespace NewsPlatform.SearchBench;

/// <summary>
/// The words of an invented language: 40,000 lemmas of syllables, each with the endings that the language's nouns and verbs have, drawn by the law of Zipf
/// and Mandelbrot, so that some stand in most texts and half of them in one of ten thousand. The same at every run.
/// </summary>
internal sealed class InventedWords
{
    private const int Lemmas = 40_000;

    // Mandelbrot's shift: without it the first word alone would be a tenth of every text.
    private const double Shift = 8;

    private static readonly Dictionary<string, (string[] Syllables, string[] Endings)> Languages = new(StringComparer.Ordinal)
    {
        ["ru"] = (["ба", "ве", "го", "ду", "жи", "зо", "ка", "ле", "мо", "ну", "пи", "ро", "са", "те", "фо", "хи", "ша", "бор", "вал", "гор", "дом", "кон", "лес", "мир", "пол", "рад", "сил", "тор"],
            ["", "а", "у", "ом", "е", "ы", "ов", "ам", "ами", "ах"]),
        ["uk"] = (["ба", "ві", "го", "ду", "жи", "зо", "ка", "лі", "мо", "ну", "пі", "ро", "са", "те", "фо", "ха", "ша", "бор", "вал", "гір", "дім", "кон", "ліс", "мир", "пол", "рад", "сил", "тур"],
            ["", "а", "у", "ом", "і", "и", "ів", "ам", "ами", "ах"]),
        ["en"] = (["ba", "ver", "go", "du", "zi", "thor", "ka", "len", "mo", "nu", "pi", "ro", "sa", "ter", "fo", "hal", "sha", "bor", "val", "gor", "dom", "con", "les", "mir", "pol", "rad", "sil", "tor"],
            ["", "", "", "s", "s", "ed", "ing"]),
    };

    private readonly string[] _lemmas;
    private readonly string[] _endings;
    private readonly double[] _shares;

    public InventedWords(string language)
    {
        var (syllables, endings) = Languages[language];
        _endings = endings;
        _lemmas = [.. Enumerable.Range(0, Lemmas).Select(number => Lemma(number, syllables))];
        _shares = new double[Lemmas];
        var sum = 0.0;
        for (var rank = 0; rank < Lemmas; rank++)
        {
            _shares[rank] = sum += 1 / (rank + 1 + Shift);
        }
    }

    /// <summary>The languages in which it can invent.</summary>
    public static IReadOnlyCollection<string> Codes => Languages.Keys;

    /// <summary>The word of a rank, 0 for the commonest, in one of its forms.</summary>
    public string Word(int rank, Random random) => _lemmas[rank] + _endings[random.Next(_endings.Length)];

    /// <summary>A word as texts hold it.</summary>
    public string Draw(Random random)
    {
        var found = Array.BinarySearch(_shares, random.NextDouble() * _shares[^1]);
        return Word(Math.Min(Lemmas - 1, found < 0 ? ~found : found), random);
    }

    /// <summary>So many words with blanks between.</summary>
    public string Text(int words, Random random) => string.Join(' ', Enumerable.Range(0, words).Select(_ => Draw(random)));

    /// <summary>Two words that begin with a capital, as names do.</summary>
    public string Name(int number) => $"{Capital(_lemmas[Lemmas - 1 - (number % 5_000)])} {Capital(_lemmas[Lemmas - 5_001 - (number * 7 % 9_000)])}";

    private static string Capital(string word) => char.ToUpper(word[0], CultureInfo.InvariantCulture) + word[1..];

    // Two syllables for the common words, three and four for the rest, each lemma once.
    private static string Lemma(int number, string[] syllables)
    {
        var lemma = "";
        for (var rest = number + syllables.Length; rest > 0; rest /= syllables.Length)
        {
            lemma += syllables[rest % syllables.Length];
        }

        return lemma;
    }
}
