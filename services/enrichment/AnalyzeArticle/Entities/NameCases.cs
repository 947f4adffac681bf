using NewsPlatform.Enrichment.AnalyzeArticle.Quotes;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text.Lemmas;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>In which cases a name may stand, told by what is before and behind it.</summary>
internal static class NameCases
{
    private const GrammaticalCases Genitive = GrammaticalCases.Genitive;
    private const GrammaticalCases Locative = GrammaticalCases.Accusative | GrammaticalCases.Prepositional;

    private static readonly Dictionary<string, GrammaticalCases> Prepositions = Governed(
        (Genitive, "из от до для без у после около возле против среди вместо кроме из-за вокруг від до після біля без для щодо проти крім навколо замість"),
        (GrammaticalCases.Dative, "к ко благодаря вопреки согласно завдяки всупереч згідно"),
        (GrammaticalCases.Instrumental, "над под перед между над під перед між"),
        (Genitive | GrammaticalCases.Instrumental, "с со з із зі"),
        (GrammaticalCases.Accusative, "про через"),
        (GrammaticalCases.Dative | Locative, "по"),
        (Locative, "в во на о об обо"),
        (GrammaticalCases.Prepositional, "при"));

    /// <summary>The cases that the words around a mention leave open.</summary>
    public static GrammaticalCases Of(ArticleText article, EntityLexicon lexicon, Mention mention)
    {
        if (mention.First > 0 && article.Adjacent(mention.First - 1))
        {
            var before = article.Words[mention.First - 1];
            if (Prepositions.TryGetValue(before.Form, out var governed))
            {
                // "у Держстаті" is Ukrainian for "в".
                return article.RuleLanguage == "uk" && before.Form is "у" ? Genitive | Locative : governed;
            }

            if (mention.Type == EntityTypes.Person && RoleReader.HeadBefore(article, lexicon, mention.First) is var head and >= 0)
            {
                return OfRole(article.Words[head].Form, lexicon);
            }

            if (mention.Type == EntityTypes.Organisation && (lexicon.Roles.Contains(before.Form) || lexicon.Heads.Contains(before.Form)))
            {
                return Genitive;
            }
        }

        return IsSubject(article, mention) ? GrammaticalCases.Nominative : GrammaticalCases.All;
    }

    // A role stands in the case of its name: "начальника порту Петра Гончара".
    private static GrammaticalCases OfRole(string form, EntityLexicon lexicon) =>
        NewsPlatform.Text.WordForm.Normalize(lexicon.Roles.Nominative(form)!) == form ? GrammaticalCases.Nominative : GrammaticalCases.Oblique;

    // "Кравцов сообщил", "сообщил Кравцов" are subjects; the listener of "рассказал Кравцову" stands behind the verb as well.
    private static bool IsSubject(ArticleText article, Mention mention) =>
        article.Adjacent(mention.Last) && SpeechVerbs.Is(article.Words[mention.Last + 1].Form, article.RuleLanguage);

    private static Dictionary<string, GrammaticalCases> Governed(params (GrammaticalCases Cases, string Words)[] rows)
    {
        var governed = new Dictionary<string, GrammaticalCases>();
        foreach (var (cases, words) in rows)
        {
            foreach (var word in words.Split(' '))
            {
                governed[word] = cases;
            }
        }

        return governed;
    }
}
