using System.Collections.Frozen;
using NewsPlatform.Text.Stemming;

namespace NewsPlatform.Text;

/// <summary>Cuts words to the stem that their forms share. The stem is a key for comparing, not a word.</summary>
public static class Stemmer
{
    // No natural word is longer; what is longer is noise and stays as it is.
    private const int MaximumLength = 64;

    private static readonly FrozenDictionary<string, Func<string, string>> Stemmers = new Dictionary<string, Func<string, string>>
    {
        ["ru"] = RussianStemmer.Stem,
        ["uk"] = UkrainianStemmer.Stem,
        ["en"] = EnglishStemmer.Stem,
        ["de"] = GermanStemmer.Stem,
        ["fr"] = FrenchStemmer.Stem,
        ["es"] = SpanishStemmer.Stem,
        ["it"] = ItalianStemmer.Stem,
        ["pl"] = PolishStemmer.Stem,
        ["pt"] = PortugueseStemmer.Stem,
        ["nl"] = DutchStemmer.Stem,
        ["sv"] = SwedishStemmer.Stem,
    }.ToFrozenDictionary();

    /// <summary>The stem of a lower-case word; the word as it is for a language without a stemmer.</summary>
    public static string Stem(string lowerWord, string language) =>
        lowerWord.Length <= MaximumLength && Stemmers.TryGetValue(language, out var stem) ? stem(lowerWord) : lowerWord;
}
