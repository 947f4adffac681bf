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

    private static string? Before(ArticleText article, EntityLexicon lexicon, int first) =>
        HeadBefore(article, lexicon, first) is var head and >= 0 ? Compose(article, lexicon, head, first, lexicon.Roles.Nominative(article.Words[head].Form)!) : null;

    /// <summary>The noun of the role before a name that begins at <paramref name="first"/>; negative when none stands there.</summary>
    public static int HeadBefore(ArticleText article, EntityLexicon lexicon, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - Reach && article.Adjacent(i); i--)
        {
            var word = article.Words[i];
            if (lexicon.Roles.Contains(word.Form))
            {
                return i;
            }

            if (!word.IsWord || EndsPhrase(article, lexicon, i))
            {
                return -1;
            }
        }

        return -1;
    }

    // A verb, a preposition that leads elsewhere or another person: the noun before it is not what this one is called.
    private static bool EndsPhrase(ArticleText article, EntityLexicon lexicon, int index)
    {
        var word = article.Words[index];
        return Quotes.SpeechVerbs.Is(word.Form, article.RuleLanguage) || Prepositions.Contains(word.Form)
            || word.Shape == WordShape.Title && lexicon.GivenName(word.Form) is not null
            || word.Shape == WordShape.Lower && article.RuleLanguage != "en" && word.Length > 4 && Array.Exists(VerbEndings, ending => word.Form.EndsWith(ending, StringComparison.Ordinal));
    }

    private static readonly HashSet<string> Prepositions =
        ["с", "со", "для", "к", "ко", "у", "от", "из", "на", "при", "через", "без", "до", "после", "перед", "о", "об", "з", "із", "зі", "від", "до", "про", "після", "with", "from", "to", "by", "after", "before", "about", "against", "at"];

    private static readonly string[] VerbEndings =
        ["ил", "ала", "ила", "ыла", "али", "или", "ыли", "ает", "яет", "ует", "ится", "ется", "лся", "лась", "лись", "ать", "ить", "ять", "тиме", "ив", "ував", "увала", "ють", "ять", "ють"];

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
