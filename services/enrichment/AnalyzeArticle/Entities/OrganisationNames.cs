using NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text.Lemmas;

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
            return best.Count == 1 ? Single(article, mentions) : IsQuoted(article, best) ? QuotedNames.Nominative(article, best.First, best.Last) : article.Between(best.First, best.Last);
        }

        return Phrase(article, best, head, nominative);
    }

    // Behind its kind («газета "Новости залива"») a quoted name is not declined.
    private static bool IsQuoted(ArticleText article, Mention mention) =>
        mention.First > 0 && QuoteSigns.Opens(article.Words[mention.First - 1]) && !(mention.First > 1 && EntityLexicon.For(article.RuleLanguage).Kinds.Contains(article.Words[mention.First - 2].Form));

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

    private static string Single(ArticleText article, IReadOnlyList<Mention> mentions)
    {
        var lexicon = EntityLexicon.For(article.RuleLanguage);
        var titled = mentions.Where(mention => mention.Count == 1 && article.Words[mention.First].Shape == WordShape.Title).ToList();
        return titled.Count == 0
            ? article.Words[mentions.First(mention => mention.Count == 1).First].Text
            : NameLemma.Of([.. titled.Select(mention => new NameForm(article.Words[mention.First].Text, NameCases.Of(article, lexicon, mention)))], NameKind.Body, article.RuleLanguage);
    }
}
