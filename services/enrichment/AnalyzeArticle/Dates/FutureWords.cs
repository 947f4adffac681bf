using System.Collections.Frozen;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Dates;

/// <summary>Tells whether a sentence speaks of what is still to come: "will", «состоится», «буде».</summary>
internal static class FutureWords
{
    private const int Reach = 12;

    private static readonly FrozenSet<string> Words = DateWords.Shared("future");

    /// <summary>Whether such a word stands in the word's sentence and not far from it.</summary>
    public static bool Near(ArticleText article, int index)
    {
        var sentence = article.Words[index].Sentence;
        for (var i = Math.Max(article.FirstWords[sentence], index - Reach); i < Math.Min(article.FirstWords[sentence + 1], index + Reach); i++)
        {
            if (Words.Contains(article.Words[i].Form))
            {
                return true;
            }
        }

        return false;
    }
}
