using System.Runtime.InteropServices;

namespace NewsPlatform.Text;

/// <summary>Turns texts and questions into the terms that the search index holds, so that every engine finds the same articles.</summary>
public static class SearchText
{
    // Longer "words" are keys, hashes and noise; their beginning still finds them.
    private const int MaximumTermLength = 64;

    private static readonly string[] LatinLanguages = ["en", "de", "fr", "es", "it", "pl", "pt", "nl", "sv"];

    private static readonly string[] CyrillicLanguages = ["ru", "uk"];

    /// <summary>The stemmed terms of a text in the order of their words; the parts of a hyphenated word follow it as terms of their own.</summary>
    public static IReadOnlyList<string> IndexTerms(string text, string language) => [.. PlacedTerms(text, language).Select(term => term.Stem)];

    /// <summary>The same terms, each with the place of its word.</summary>
    public static IEnumerable<PlacedTerm> PlacedTerms(string text, string language)
    {
        foreach (var token in Tokenizer.Tokenize(text))
        {
            if (token.Kind == TokenKind.Punctuation)
            {
                continue;
            }

            var place = new TextRange(token.Start, token.Length);
            foreach (var term in IsCut(token.In(text)) ? PartsOf(text, place, language) : WordOf(text, place, language))
            {
                yield return term;
            }
        }
    }

    /// <summary>True for a word that is indexed by its parts, so that it is a phrase to a question: its script parts no words by blanks.</summary>
    public static bool IsCut(ReadOnlySpan<char> word) => UnspacedWriting.Contains(word);

    /// <summary>The terms of which any one stands for the word: its stem in the language, or when that is null in each language of its script.</summary>
    public static IReadOnlyList<string> QueryAlternatives(string word, string? language)
    {
        var normal = Normalize(word);
        if (!normal.Any(char.IsLetterOrDigit))
        {
            return [];
        }

        IEnumerable<string> languages = language is null ? LanguagesFor(normal) : [language];
        return [.. languages.Select(code => Stemmer.Stem(normal, code)).Prepend(normal).Distinct()];
    }

    private static IEnumerable<PlacedTerm> PartsOf(string text, TextRange place, string language) => UnspacedWriting.Parts(text, place)
        .Select(part => new PlacedTerm(Stemmer.Stem(Normalize(text.AsSpan(part.Start, part.Length)), language), part))
        .Where(term => term.Stem.Length > 0);

    private static IEnumerable<PlacedTerm> WordOf(string text, TextRange place, string language)
    {
        var word = Normalize(text.AsSpan(place.Start, place.Length));
        yield return new PlacedTerm(Stemmer.Stem(word, language), place);
        foreach (var part in word.Contains('-', StringComparison.Ordinal) ? word.Split('-', StringSplitOptions.RemoveEmptyEntries) : [])
        {
            yield return new PlacedTerm(Stemmer.Stem(part, language), place);
        }
    }

    private static string Normalize(ReadOnlySpan<char> word)
    {
        var normal = WordForm.Normalize(word.Length > MaximumTermLength ? word[..MaximumTermLength] : word);
        return normal.Trim('\'', '-');
    }

    private static string[] LanguagesFor(string word)
    {
        if (word.Any(character => character is >= '\u0400' and <= '\u04FF'))
        {
            return CyrillicLanguages;
        }

        return word.Any(char.IsAsciiLetter) ? LatinLanguages : [];
    }
}

/// <summary>A stem and where its word, or part of a word, stands.</summary>
/// <param name="Stem">As it is indexed.</param>
/// <param name="Place">In the text.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PlacedTerm(string Stem, TextRange Place);
