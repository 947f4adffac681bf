using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Gives a person's name its nominative from all the forms in which the text has it.</summary>
internal static class PersonNames
{
    private static readonly string[] WomensRoles = ["ица", "иця", "ница", "ниця", "есса", "иня", "рка", "тка", "стка", "ша"];

    /// <summary>Whether the person is a woman by given name, else by the verbs of saying beside the name, else by the role; null when nothing tells.</summary>
    public static bool? IsFemale(ArticleText article, EntityLexicon lexicon, IReadOnlyList<Mention> mentions, string? role)
    {
        foreach (var form in mentions.Where(mention => mention.Count > 1).Select(mention => article.Words[mention.First].Form))
        {
            var male = lexicon.MaleNames.Nominative(form);
            var female = lexicon.FemaleNames.Nominative(form);
            if (male is null != female is null)
            {
                return female is not null;
            }
        }

        return ByVerb(article, mentions) ?? (role is not null && Array.Exists(WomensRoles, ending => HeadOf(role).EndsWith(ending, StringComparison.Ordinal)) ? true : null);
    }

    private static string HeadOf(string role) => role.Split(' ')[0];

    // "Петренко сказала", "сообщил Гримм".
    private static bool? ByVerb(ArticleText article, IReadOnlyList<Mention> mentions)
    {
        foreach (var word in mentions.SelectMany(mention => new[] { mention.Last + 1, mention.First - 1 }).Where(i => i >= 0 && i < article.Words.Count).Select(i => article.Words[i]))
        {
            if (article.RuleLanguage != "en" && Quotes.SpeechVerbs.Is(word.Form, article.RuleLanguage) && word.Form[^1] is 'л' or 'в' or 'а')
            {
                return word.Form[^1] == 'а';
            }
        }

        return null;
    }

    /// <summary>The fullest name in the nominative.</summary>
    public static string Normal(ArticleText article, EntityLexicon lexicon, IReadOnlyList<Mention> mentions, bool female)
    {
        var fullest = mentions.MaxBy(mention => mention.Count)!;
        if (article.RuleLanguage == "en" || article.Words[fullest.First].IsLatin)
        {
            return article.Between(fullest.First, fullest.Last);
        }

        var count = fullest.Count;
        var full = mentions.Where(mention => mention.Count == count).ToList();
        var nominative = full.Find(mention => count > 1 && IsNominative(article, lexicon, mention));
        if (nominative is not null)
        {
            return article.Between(nominative.First, nominative.Last);
        }

        var surname = Surname(article, lexicon, mentions, fullest, female);
        return count == 1 ? surname : GivenPart(article, lexicon, fullest) + surname;
    }

    // The given name stands in its nominative and the surname does not look declined: "Йенс Столтенберг".
    private static bool IsNominative(ArticleText article, EntityLexicon lexicon, Mention mention)
    {
        var form = article.Words[mention.First].Form;
        return lexicon.GivenName(form) is { } given && NewsPlatform.Text.WordForm.Normalize(given) == form && Declines(form);
    }

    private static bool Declines(string given) => given[^1] is not ('и' or 'о' or 'у' or 'е' or 'і' or 'ю' or 'э');

    private static string GivenPart(ArticleText article, EntityLexicon lexicon, Mention mention)
    {
        var parts = new List<string>();
        for (var i = mention.First; i < mention.Last; i++)
        {
            var word = article.Words[i];
            if (word.Is('.'))
            {
                parts[^1] += ".";
            }
            else
            {
                parts.Add(lexicon.GivenName(word.Form) ?? word.Text);
            }
        }

        return string.Join(' ', parts) + " ";
    }

    private static string Surname(ArticleText article, EntityLexicon lexicon, IReadOnlyList<Mention> mentions, Mention fullest, bool female)
    {
        var forms = mentions.Select(mention => article.Words[mention.Last].Text).Distinct().ToList();
        var surface = article.Words[fullest.Last].Text;
        if (lexicon.GivenName(article.Words[fullest.Last].Form) is { } given && fullest.Count == 1)
        {
            return given;
        }

        // Where the text has the name in several forms, the one from which the rules make the others' nominative is the nominative.
        var guesses = forms.Select(form => SurnameForms.Nominative(form, female, article.RuleLanguage)).ToList();
        var attested = forms.Find(form => guesses.Contains(form) && forms.Count > 1 && SurnameForms.Nominative(form, female, article.RuleLanguage) == form);
        return attested ?? (IsOblique(article, lexicon, fullest) ? SurnameForms.Nominative(surface, female, article.RuleLanguage) : surface);
    }

    private static bool IsOblique(ArticleText article, EntityLexicon lexicon, Mention mention)
    {
        var word = article.Words[mention.Last];
        if (mention.Count > 1)
        {
            var first = article.Words[mention.First].Form;
            if (lexicon.GivenName(first) is not { } given)
            {
                return first[^1] is 'м' or 'у' or 'ю';
            }

            return NewsPlatform.Text.WordForm.Normalize(given) != first || !Declines(first);
        }

        return word.Form[^1] is 'м' or 'у' or 'ы' or 'ю' || SurnameForms.LooksLikeSurname(word.Form);
    }
}
