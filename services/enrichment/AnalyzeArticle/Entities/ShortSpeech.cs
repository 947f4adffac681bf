using NewsPlatform.Enrichment.AnalyzeArticle.Quotes;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Tells a short quoted sentence («Суд разберётся», — сказал он) from a name in quotation marks (газета «Труд»).</summary>
internal static class ShortSpeech
{
    private const int VerbReach = 8;

    // Verbs that no name of a body ends in: infinitives and reflexive forms.
    private static readonly string[] VerbEndings =
        ["ать", "ять", "ить", "уть", "ыть", "ться", "тся", "лся", "лась", "лись", "емся", "имся", "ати", "ити", "яти", "іти", "ути", "имо", "ємо", "емо"];

    /// <summary>Whether the words between the marks are said by somebody: by their end, by a clause of saying beside them, by a verb inside.</summary>
    public static bool Is(ArticleText article, int open, int close)
    {
        var words = article.Words;
        if (words[close - 1].Length == 1 && words[close - 1].Text[0] is '.' or ',' or '!' or '?' or '…')
        {
            return true;
        }

        return NewsPlatform.Text.StopWords.Contains(words[open + 1].Form, article.RuleLanguage) && close - open > 2
            || HasVerb(article, open, close) || SaysAfter(article, close);
    }

    private static bool HasVerb(ArticleText article, int open, int close)
    {
        for (var i = open + 2; i < close; i++)
        {
            var word = article.Words[i];
            if (word.Shape == WordShape.Lower && word.Length > 4 && Array.Exists(VerbEndings, ending => word.Form.EndsWith(ending, StringComparison.Ordinal)))
            {
                return true;
            }
        }

        return false;
    }

    // «…», — сказал X: a comma or a dash, then a verb of saying.
    private static bool SaysAfter(ArticleText article, int close)
    {
        var words = article.Words;
        var i = close + 1;
        var comma = i < words.Count && words[i].Is(',');
        i += comma ? 1 : 0;
        if (i >= words.Count || !(words[i].IsDash || comma && SpeechVerbs.Is(words[i].Form, article.RuleLanguage)))
        {
            return false;
        }

        var reach = comma ? Math.Min(words.Count, i + VerbReach) : Math.Min(words.Count, i + 2);
        return Enumerable.Range(i, reach - i).TakeWhile(k => !words[k].Is('.') && !QuoteSigns.Opens(words[k])).Any(k => SpeechVerbs.Is(words[k].Form, article.RuleLanguage));
    }
}
