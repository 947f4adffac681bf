using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text.Lemmas;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Tells men from women by the votes of given names, endings of surnames, verbs of saying and the role.</summary>
internal static class PersonGender
{
    private const int Sure = 3;

    private static readonly string[] WomensRoles = ["ица", "иця", "ница", "ниця", "есса", "иня", "рка", "тка", "стка", "ша"];

    private static readonly string[] WomensSurnames = ["овой", "евой", "иной", "ской", "цкой", "скую", "цкую", "ової", "евої", "євої", "іної", "ської", "цької", "ській", "цькій", "ську", "цьку", "ською", "цькою", "ская", "цкая", "ська", "цька"];

    private static readonly string[] MensSurnames = ["ский", "цкий", "ского", "цкого", "скому", "цкому", "ским", "цким", "ський", "цький", "ського", "цького", "ському", "цькому", "ським", "цьким", "ов", "ев", "ін", "їн", "овым", "евым", "иным", "овим", "євим", "ом", "ем", "єм"];

    /// <summary>Whether the person is a woman; null when nothing tells.</summary>
    public static bool? IsFemale(ArticleText article, EntityLexicon lexicon, IReadOnlyList<Mention> mentions, string? role)
    {
        var votes = mentions.Sum(mention => (mention.Count > 1 ? OfGivenName(article, lexicon, mention) : 0) + OfSurname(article, mention) + OfVerb(article, mention));
        votes += role is not null && Array.Exists(WomensRoles, ending => role.Split(' ')[0].EndsWith(ending, StringComparison.Ordinal)) ? 1 : 0;
        return votes == 0 ? null : votes > 0;
    }

    private static int OfGivenName(ArticleText article, EntityLexicon lexicon, Mention mention)
    {
        var form = article.Words[mention.First].Form;
        var (male, female) = (lexicon.MaleNames.Nominative(form), lexicon.FemaleNames.Nominative(form));
        if (male is null || female is null)
        {
            return male == female ? 0 : female is not null ? Sure : -Sure;
        }

        // "Юлия" is a woman in the nominative and a man in the genitive; "начальника порту Петра" settles which.
        var cases = article.RuleLanguage == "en" ? GrammaticalCases.All : NameCases.Of(article, lexicon, mention);
        return Vote(female, form, cases) - Vote(male, form, cases);
    }

    private static int Vote(string nominative, string form, GrammaticalCases cases) =>
        NewsPlatform.Text.WordForm.Normalize(nominative) == form ? (cases.HasFlag(GrammaticalCases.Nominative) ? 2 : 0) : cases == GrammaticalCases.Nominative ? 0 : 1;

    private static int OfSurname(ArticleText article, Mention mention)
    {
        var form = article.Words[mention.Last].Form;
        return article.RuleLanguage == "en" ? 0 : Array.Exists(WomensSurnames, ending => form.EndsWith(ending, StringComparison.Ordinal)) ? Sure
            : Array.Exists(MensSurnames, ending => form.EndsWith(ending, StringComparison.Ordinal)) && mention.Count > 1 ? -1 : 0;
    }

    // "Петренко сказала", "сообщил Гримм".
    private static int OfVerb(ArticleText article, Mention mention)
    {
        foreach (var index in new[] { mention.Last + 1, mention.First - 1 }.Where(index => index >= 0 && index < article.Words.Count))
        {
            var word = article.Words[index];
            if (article.RuleLanguage != "en" && Quotes.SpeechVerbs.Is(word.Form, article.RuleLanguage) && word.Form[^1] is 'л' or 'в' or 'а')
            {
                return word.Form[^1] == 'а' ? Sure : -Sure;
            }
        }

        return 0;
    }
}
