using System.Runtime.InteropServices;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle;

/// <summary>The stems that tell what an article is about, with their weight inside the article; how rare they are is the grouping's to know.</summary>
public static class StoryTerms
{
    /// <summary>Terms kept of one article.</summary>
    public const int Limit = 120;

    // News says what happened first; what follows far below is background that other stories share.
    private const int TokensRead = 500;

    // A word of the title counts like this many in the body.
    private const double TitleWeight = 3;

    private const int LongestTerm = 40;

    /// <summary>Weighs the words and numbers of an article, heaviest first; weight = 1 + ln(occurrences), the title's counted threefold.</summary>
    public static IReadOnlyList<WeightedTerm> Weigh(string title, string text, string language)
    {
        var counts = new Dictionary<string, double>(StringComparer.Ordinal);
        Count(counts, title, language, TitleWeight);
        Count(counts, text, language, 1);
        return [.. counts.Select(pair => new WeightedTerm(pair.Key, Math.Round(1 + Math.Log(pair.Value), 3)))
            .OrderByDescending(term => term.Weight).ThenBy(term => term.Term, StringComparer.Ordinal).Take(Limit)];
    }

    /// <summary>The terms of a text in the order of its words, stop words left out.</summary>
    public static IEnumerable<string> Of(string text, string language)
    {
        foreach (var token in Tokenizer.Tokenize(text))
        {
            if (token.Kind == TokenKind.Punctuation || token.Length > LongestTerm)
            {
                continue;
            }

            var word = WordForm.Normalize(token.In(text));
            if (word.Length == 0 || (word.Length == 1 && token.Kind == TokenKind.Word) || StopWords.Contains(word, language))
            {
                continue;
            }

            foreach (var term in SearchText.IndexTerms(word, language))
            {
                if (term.Length > 0)
                {
                    yield return term;
                }
            }
        }
    }

    private static void Count(Dictionary<string, double> counts, string text, string language, double weight)
    {
        foreach (var term in Of(text, language).Take(TokensRead))
        {
            CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _) += weight;
        }
    }
}
