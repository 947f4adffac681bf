using System.Collections.Frozen;
using System.IO.Compression;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Phrases;

/// <summary>Finds the nominative of a Russian noun or adjective in a list of lemmas by trying what its ending may stand for.</summary>
internal static class RussianLemmas
{
    private const string File = "AnalyzeArticle/lemmas-ru";

    private static readonly Lazy<(FrozenSet<string> Nouns, FrozenSet<string> Adjectives)> Lists = new(Load);

    // Ending of a form, endings of the nominative; the longest ending is tried first.
    private static readonly (string Ending, string[] Lemmas)[] NounEndings =
    [
        ("ями", ["ь", "я", "й", "е"]), ("ами", ["", "а", "о"]), ("ией", ["ия"]), ("ием", ["ие", "ий"]), ("иям", ["ия", "ие"]), ("иях", ["ия", "ие"]),
        ("ов", [""]), ("ев", ["й", "", "ь"]), ("ом", ["", "о"]), ("ем", ["ь", "й", "е", ""]), ("ой", ["а"]), ("ей", ["ь", "я", "а", "й"]), ("ью", ["ь"]), ("ий", ["ия", "ие"]),
        ("ам", ["", "а", "о"]), ("ах", ["", "а", "о"]), ("ям", ["ь", "я", "й", "е"]), ("ях", ["ь", "я", "й", "е"]),
        ("а", ["", "о"]), ("я", ["ь", "й", "е"]), ("у", ["", "а", "о"]), ("ю", ["ь", "й", "я", "е"]), ("е", ["", "а", "о", "я", "й", "ь", "е"]),
        ("и", ["а", "ь", "я", "й", "", "е"]), ("ы", ["", "а"]), ("", ["а", "о"]),
    ];

    private static readonly string[] AdjectiveLemmas = ["ый", "ий", "ой"];

    private static readonly string[] AdjectiveEndings = ["ого", "его", "ому", "ему", "ыми", "ими", "ый", "ий", "ой", "ая", "яя", "ое", "ее", "ые", "ие", "ых", "их", "ую", "юю", "ым", "им", "ом", "ем", "ей"];

    /// <summary>The noun's nominative; null when the normalised word is a form of no listed noun.</summary>
    public static string? Noun(string form)
    {
        var nouns = Lists.Value.Nouns;
        if (nouns.Contains(form))
        {
            return form;
        }

        foreach (var (ending, lemmas) in NounEndings)
        {
            if (form.Length - ending.Length < 3 || !form.EndsWith(ending, StringComparison.Ordinal))
            {
                continue;
            }

            var stem = form[..^ending.Length];
            if (Array.Find(lemmas, lemma => nouns.Contains(stem + lemma)) is { } fitting)
            {
                return stem + fitting;
            }

            if (Fleeting(stem, ending.Length == 0).FirstOrDefault(nouns.Contains) is { } shifted)
            {
                return shifted;
            }
        }

        return null;
    }

    /// <summary>The adjective's masculine nominative; null when the normalised word is a form of no listed adjective.</summary>
    public static string? Adjective(string form)
    {
        var adjectives = Lists.Value.Adjectives;
        var ending = form.Length < 5 ? null : Array.Find(AdjectiveEndings, ending => form.EndsWith(ending, StringComparison.Ordinal));
        var stem = ending is null ? null : form[..^ending.Length];
        return stem is null ? null : AdjectiveLemmas.Select(lemma => stem + lemma).FirstOrDefault(adjectives.Contains);
    }

    /// <summary>An adjective in the nominative that agrees with a noun in the nominative.</summary>
    public static string Agreeing(string adjective, string noun)
    {
        var stem = adjective[..^2];
        var soft = adjective.EndsWith("ний", StringComparison.Ordinal);
        return noun[^1] switch
        {
            'а' or 'я' when !noun.EndsWith("мя", StringComparison.Ordinal) => stem + (soft ? "яя" : "ая"),
            'ь' when IsFeminine(noun) => stem + (soft ? "яя" : "ая"),
            'о' or 'е' or 'я' => stem + (soft || stem[^1] is 'ш' or 'щ' or 'ч' or 'ж' ? "ее" : "ое"),
            _ => adjective,
        };
    }

    // Most nouns in -ь are feminine; those in -тель, -арь and the months are not.
    private static bool IsFeminine(string noun) =>
        !noun.EndsWith("тель", StringComparison.Ordinal) && !noun.EndsWith("арь", StringComparison.Ordinal) && !noun.EndsWith("брь", StringComparison.Ordinal)
        && noun is not ("день" or "путь" or "рубль" or "корабль" or "огонь" or "уровень" or "гость" or "дождь" or "июль" or "июнь" or "апрель" or "контроль" or "автомобиль" or "стиль" or "конь" or "зверь" or "лагерь" or "ноль" or "камень" or "парень" or "король" or "фестиваль" or "отель" or "спектакль");

    // рынка, рынок; сделок, сделка
    private static IEnumerable<string> Fleeting(string stem, bool bare)
    {
        if (bare && stem[^2] is 'о' or 'е')
        {
            yield return stem[..^2] + stem[^1] + "а";
            yield return stem[..^2] + stem[^1] + "о";
        }
        else if (!bare)
        {
            yield return stem[..^1] + "о" + stem[^1];
            yield return stem[..^1] + "е" + stem[^1];
        }
    }

    private static (FrozenSet<string> Nouns, FrozenSet<string> Adjectives) Load()
    {
        using var file = typeof(RussianLemmas).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"The word list '{File}' is missing from the assembly; build NewsPlatform.Enrichment again.");
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        var lists = reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] is not ('#' or '[')).Select(line => line.Split(' ').ToFrozenSet()).ToList();
        return (lists[0], lists[1]);
    }
}
