using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text;
using NewsPlatform.Text.Lemmas;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Gives a person's name its nominative from all the forms in which the text has it.</summary>
internal static class PersonNames
{
    /// <summary>The fullest name in the nominative.</summary>
    public static string Normal(ArticleText article, EntityLexicon lexicon, IReadOnlyList<Mention> mentions, bool female)
    {
        var fullest = mentions.MaxBy(mention => mention.Count)!;
        if (article.RuleLanguage == "en" || article.Words[fullest.First].IsLatin)
        {
            return article.Between(fullest.First, fullest.Last);
        }

        var full = mentions.Where(mention => mention.Count == fullest.Count && mention.Count > 1).ToList();
        if (full.Find(mention => IsNominative(article, lexicon, mention, female)) is { } nominative)
        {
            return article.Between(nominative.First, nominative.Last);
        }

        var kind = female ? NameKind.Woman : NameKind.Man;
        var forms = mentions.Select(mention => new NameForm(article.Words[mention.Last].Text, CasesOf(article, lexicon, mention, female))).ToList();
        if (fullest.Count == 1)
        {
            return Given(lexicon, article.Words[fullest.Last].Form, female) ?? NameLemma.Of(forms, kind, article.RuleLanguage);
        }

        var surname = NameLemma.Of([.. forms.Where((_, i) => mentions[i] == fullest).Concat(forms)], kind, article.RuleLanguage);
        var isOblique = forms.Where((_, i) => mentions[i] == fullest).All(form => form.Cases == GrammaticalCases.Oblique) || surname != article.Words[fullest.Last].Text;
        return GivenPart(article, lexicon, fullest, female, isOblique) + surname;
    }

    /// <summary>A given name in the nominative of the person's gender; null when the word is none.</summary>
    private static string? Given(EntityLexicon lexicon, string form, bool female) =>
        female ? lexicon.FemaleNames.Nominative(form) ?? lexicon.MaleNames.Nominative(form) : lexicon.MaleNames.Nominative(form) ?? lexicon.FemaleNames.Nominative(form);

    // The given name tells the case of the whole: "Йенсом Кравцовым".
    private static GrammaticalCases CasesOf(ArticleText article, EntityLexicon lexicon, Mention mention, bool female)
    {
        var cases = NameCases.Of(article, lexicon, mention);
        var form = article.Words[mention.First].Form;
        return mention.Count == 1 || Given(lexicon, form, female) is not { } given || !Declines(given) ? cases
            : WordForm.Normalize(given) != form ? GrammaticalCases.Oblique & (cases == GrammaticalCases.Nominative ? GrammaticalCases.All : cases)
            : GrammaticalCases.Nominative;
    }

    // The given name stands in its nominative: "Йенс Столтенберг".
    private static bool IsNominative(ArticleText article, EntityLexicon lexicon, Mention mention, bool female) =>
        Given(lexicon, article.Words[mention.First].Form, female) is { } given && WordForm.Normalize(given) == article.Words[mention.First].Form && Declines(given);

    private static bool Declines(string given) => char.ToLowerInvariant(given[^1]) is not ('и' or 'у' or 'е' or 'і' or 'ю' or 'э');

    private static string GivenPart(ArticleText article, EntityLexicon lexicon, Mention mention, bool female, bool isOblique)
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
                parts.Add(Given(lexicon, word.Form, female) ?? (isOblique ? Undeclined(word, female, article.RuleLanguage) : word.Text));
            }
        }

        return string.Join(' ', parts) + " ";
    }

    private static string Undeclined(Word word, bool female, string language) =>
        word.Shape == WordShape.Title ? NameLemma.Of([new NameForm(word.Text, GrammaticalCases.Oblique)], female ? NameKind.Woman : NameKind.Man, language) : word.Text;
}
