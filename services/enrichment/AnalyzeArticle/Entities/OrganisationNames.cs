using NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Gives an organisation or place that no list has its nominative.</summary>
internal static class OrganisationNames
{
    public static string Normal(ArticleText article, IReadOnlyList<Mention> mentions) => QuoteSigns.Balanced(Guess(article, mentions));

    private static string Guess(ArticleText article, IReadOnlyList<Mention> mentions)
    {
        var best = mentions.MinBy(mention => article.Words[mention.Last].Length)!;
        if (article.RuleLanguage == "en" || article.Words[best.First].IsLatin)
        {
            return article.Between(best.First, best.Last);
        }

        var head = HeadIndex(article, best);
        var nominative = head < 0 ? null : EntityLexicon.For(article.RuleLanguage).Heads.Nominative(article.Words[head].Form)
            ?? EntityLexicon.For(article.RuleLanguage).PlaceHeadsBefore.Nominative(article.Words[head].Form)
            ?? EntityLexicon.For(article.RuleLanguage).PlaceHeadsAfter.Nominative(article.Words[head].Form);
        if (nominative is null)
        {
            return best.Count == 1 ? Single(article.Words[best.First]) : article.Between(best.First, best.Last);
        }

        return Phrase(article, best, head, nominative);
    }

    private static int HeadIndex(ArticleText article, Mention mention)
    {
        var lexicon = EntityLexicon.For(article.RuleLanguage);
        for (var i = mention.First; i <= mention.Last; i++)
        {
            var form = article.Words[i].Form;
            if (lexicon.Heads.Contains(form) || lexicon.PlaceHeadsAfter.Contains(form) || lexicon.PlaceHeadsBefore.Contains(form))
            {
                return i;
            }
        }

        return -1;
    }

    // Adjectives before the head agree with it; what follows the head stays as it is.
    private static string Phrase(ArticleText article, Mention mention, int head, string nominative)
    {
        var adjectives = Enumerable.Range(mention.First, head - mention.First).Select(i => SlavicAdjectives.Nominative(article.Words[i], nominative, article.RuleLanguage));
        var noun = article.Words[head].Shape == WordShape.Upper ? article.Words[head].Text : char.IsUpper(article.Words[head].Text[0]) ? char.ToUpperInvariant(nominative[0]) + nominative[1..] : nominative;
        var rest = head == mention.Last ? "" : article.Text[article.Words[head].End..article.Words[mention.Last].End];
        return string.Join(' ', adjectives.Append(noun)) + rest;
    }

    private static string Single(Word word)
    {
        if (word.Shape != WordShape.Title)
        {
            return word.Text;
        }

        return word.Form[^1] switch
        {
            'а' or 'у' when EndsLikeMasculine(word.Form[..^1]) => word.Text[..^1],
            'м' when word.Form.EndsWith("ом", StringComparison.Ordinal) && EndsLikeMasculine(word.Form[..^2]) => word.Text[..^2],
            'е' when EndsLikeMasculine(word.Form[..^1]) => word.Text[..^1],
            'и' when word.Form.EndsWith("нефти", StringComparison.Ordinal) => word.Text[..^1] + "ь",
            _ => word.Text,
        };
    }

    private static bool EndsLikeMasculine(string stem) =>
        stem.EndsWith("банк", StringComparison.Ordinal) || stem.EndsWith("газ", StringComparison.Ordinal) || stem.EndsWith("пром", StringComparison.Ordinal)
        || stem.EndsWith("деп", StringComparison.Ordinal) || stem.EndsWith("телеком", StringComparison.Ordinal) || stem.EndsWith("надзор", StringComparison.Ordinal)
        || stem.EndsWith("здрав", StringComparison.Ordinal) || stem.EndsWith("союз", StringComparison.Ordinal) || stem.EndsWith("мос", StringComparison.Ordinal);
}
