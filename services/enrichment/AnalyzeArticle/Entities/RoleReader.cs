using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Reads what the text calls a person directly before the name: "госсекретарь США", "министр иностранных дел Украины", "Secretary of State".</summary>
internal static class RoleReader
{
    private const int Reach = 8;

    /// <summary>The role of the first mention that has one, its head in the nominative; null when none has.</summary>
    public static string? Read(ArticleText article, EntityLexicon lexicon, IReadOnlyList<Mention> mentions)
    {
        foreach (var mention in mentions)
        {
            if (Before(article, lexicon, mention.First) is { } role)
            {
                return role;
            }
        }

        return null;
    }

    private static string? Before(ArticleText article, EntityLexicon lexicon, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - Reach && article.Adjacent(i); i--)
        {
            var word = article.Words[i];
            if (lexicon.Roles.Nominative(word.Form) is { } nominative)
            {
                return Compose(article, lexicon, i, first, nominative);
            }

            if (!word.IsWord || Quotes.SpeechVerbs.Is(word.Form, article.RuleLanguage))
            {
                return null;
            }
        }

        return null;
    }

    private static string Compose(ArticleText article, EntityLexicon lexicon, int head, int first, string nominative)
    {
        var start = head;
        while (start > 0 && article.Adjacent(start - 1) && head - start < 3 && IsDescription(article.Words[start - 1], lexicon))
        {
            start--;
        }

        var isEnglish = article.RuleLanguage == "en";
        var before = Enumerable.Range(start, head - start)
            .Select(i => isEnglish ? article.Words[i].Text : SlavicAdjectives.Nominative(article.Words[i], nominative, article.RuleLanguage));
        var rest = first - 1 > head ? article.Text[article.Words[head].End..article.Words[first - 1].End] : "";
        return string.Join(' ', before.Append(isEnglish ? article.Words[head].Text : nominative)) + rest;
    }

    private static bool IsDescription(Word word, EntityLexicon lexicon) => lexicon.RoleAdjectives.Contains(word.Form) && !word.IsLatin;
}
