namespace NewsPlatform.Text;

/// <summary>Turns texts and questions into the terms that the search index holds, so that every engine finds the same articles.</summary>
public static class SearchText
{
    // Longer "words" are keys, hashes and noise; their beginning still finds them.
    private const int MaximumTermLength = 64;

    private static readonly string[] LatinLanguages = ["en", "de", "fr", "es", "it", "pl", "pt", "nl", "sv"];

    private static readonly string[] CyrillicLanguages = ["ru", "uk"];

    /// <summary>The stemmed terms of a text in the order of their words; the parts of a hyphenated word follow it as terms of their own.</summary>
    public static IReadOnlyList<string> IndexTerms(string text, string language)
    {
        var terms = new List<string>();
        foreach (var token in Tokenizer.Tokenize(text))
        {
            if (token.Kind == TokenKind.Punctuation)
            {
                continue;
            }

            var word = Normalize(token.In(text));
            terms.Add(Stemmer.Stem(word, language));
            if (word.Contains('-', StringComparison.Ordinal))
            {
                AddParts(terms, word, language);
            }
        }

        return terms;
    }

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

    private static void AddParts(List<string> terms, string word, string language)
    {
        foreach (var part in word.Split('-', StringSplitOptions.RemoveEmptyEntries))
        {
            terms.Add(Stemmer.Stem(part, language));
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
