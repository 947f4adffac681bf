using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Phrases that ascribe words without a verb: "по словам X", "за словами X", "according to X".</summary>
internal static class SpeechPhrases
{
    private static readonly HashSet<string> Nouns = ["словам", "мнению", "оценке", "оценкам", "убеждению", "утверждению", "слов", "словами", "думку", "переконання", "оцінками"];

    private static readonly HashSet<string> Prepositions = ["по", "за", "на", "со", "зі"];

    private static readonly HashSet<string> Pronouns = ["его", "ее", "их", "його", "її", "їх", "їхніми"];

    /// <summary>The index of the word after the phrase that begins at the word; -1 when none does.</summary>
    public static int End(ArticleText article, int index)
    {
        var words = article.Words;
        if (!article.Adjacent(index))
        {
            return -1;
        }

        if (words[index].Form == "according" && words[index + 1].Form == "to")
        {
            return index + 2;
        }

        if (!Prepositions.Contains(words[index].Form))
        {
            return -1;
        }

        var noun = Pronouns.Contains(words[index + 1].Form) && article.Adjacent(index + 1) ? index + 2 : index + 1;
        return Nouns.Contains(words[noun].Form) ? noun + 1 : -1;
    }

    /// <summary>Whether one of the words is a phrase's pronoun: the speaker was named before.</summary>
    public static bool HasPronoun(ArticleText article, int index, int end) =>
        end - index == 3 && Pronouns.Contains(article.Words[index + 1].Form);
}
