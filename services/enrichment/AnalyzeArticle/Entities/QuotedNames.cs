using NewsPlatform.Enrichment.AnalyzeArticle.Attribution;
using NewsPlatform.Enrichment.AnalyzeArticle.Phrases;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text.Lemmas;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>
/// Gives a quoted name that the sentence declines its nominative: «в интервью "Северному радио"» is "Северное радио", «собеседник "Новостей залива"» has spoken
/// to "Новости залива".
/// </summary>
internal static class QuotedNames
{
    private static readonly string[] Masculine = ["ого", "его", "ому", "ему", "ього", "ьому"];

    private static readonly string[] Feminine = ["ой", "ей", "ої", "ій", "ую", "юю", "ською", "цькою"];

    private static readonly string[] Plural = ["ых", "их", "іх"];

    private static readonly string[] PluralNouns = ["ей", "ий", "ов", "ев", "ів", "їв"];

    /// <summary>The words as they stand unless they begin with an adjective in an oblique case or stand behind a noun whose genitive they are.</summary>
    public static string Nominative(ArticleText article, int first, int last)
    {
        var words = article.Words;
        if (article.RuleLanguage == "en")
        {
            return article.Between(first, last);
        }

        var adjective = words[first].Form;
        var masculine = Ends(adjective, Masculine);
        var plural = Ends(adjective, Plural);
        if (last == first || !IsAdjective(words[first], article.RuleLanguage) || !masculine && !plural && !Ends(adjective, Feminine))
        {
            return IsGenitive(article, first) ? Genitive(words[first], last > first && !words[first + 1].IsCapitalised, article.RuleLanguage) + article.Text[words[first].End..words[last].End] : article.Between(first, last);
        }

        var noun = first + 1;
        while (noun < last && IsAdjective(words[noun], article.RuleLanguage))
        {
            noun++;
        }

        var nominative = plural ? Genitive(words[noun], true, article.RuleLanguage) : Noun(words[noun], masculine, article.RuleLanguage);
        var before = Enumerable.Range(first, noun - first).Select(i => plural ? PluralAdjective(words[i], article.RuleLanguage) : Adjective(words[i], nominative, article.RuleLanguage));
        return string.Join(' ', before.Append(nominative)) + article.Text[words[noun].End..words[last].End];
    }

    // «собеседник "Правды"», «редактор "Новин затоки"»: who belongs to a name governs its genitive; behind a kind («газета "Правда"») it stands as it is.
    private static bool IsGenitive(ArticleText article, int first)
    {
        if (first < 2)
        {
            return false;
        }

        var governor = article.Words[first - 2].Form;
        var (lexicon, citing) = (EntityLexicon.For(article.RuleLanguage), CitationWords.For(article.RuleLanguage));
        return article.Adjacent(first - 2) && !lexicon.Kinds.Contains(governor) && !citing.MediaNouns.Contains(governor)
            && (lexicon.Roles.Contains(governor) || citing.KindOf(citing.Nouns.Nominative(governor) ?? "") == Contracts.Articles.SourceKinds.Unnamed);
    }

    // A noun without an ending is a plural's genitive ("Новин затоки") only where something depends on it.
    private static string Genitive(Word noun, bool governs, string language)
    {
        var form = noun.Form;
        if (Ends(form, PluralNouns) || governs && !IsVowel(form[^1]) && form[^1] is not ('ь' or 'й'))
        {
            return NameLemma.Of([new NameForm(noun.Text, GrammaticalCases.Genitive)], NameKind.Plural, language);
        }

        var lemma = language == "ru" ? RussianLemmas.Noun(form) : null;
        return lemma is null ? NameLemma.Of([new NameForm(noun.Text, GrammaticalCases.Genitive)], NameKind.Body, language) : noun.Text[0] + lemma[1..];
    }

    // "Вечерней": the list of lemmas knows what the endings leave open.
    private static bool IsAdjective(Word word, string language) => SlavicAdjectives.Is(word) || language == "ru" && RussianLemmas.Adjective(word.Form) is not null;

    private static string Adjective(Word word, string noun, string language) =>
        SlavicAdjectives.Is(word) || RussianLemmas.Adjective(word.Form) is not { } lemma ? SlavicAdjectives.Nominative(word, noun, language) : word.Text[0] + RussianLemmas.Agreeing(lemma, noun)[1..];

    private static string PluralAdjective(Word adjective, string language)
    {
        var stem = Ends(adjective.Form, Plural) ? adjective.Text[..^2] : null;
        return stem is null ? adjective.Text : stem + (language == "uk" ? "і" : adjective.Form.EndsWith("ых", StringComparison.Ordinal) ? "ые" : "ие");
    }

    private static string Noun(Word noun, bool masculine, string language)
    {
        if (SlavicAdjectives.Is(noun) && Ends(noun.Form, masculine ? Masculine : Feminine))
        {
            return SlavicAdjectives.Nominative(noun, masculine ? "н" : "а", language);
        }

        // "гавани" is a harbour's before it is Havana's.
        var lexicon = EntityLexicon.For(language);
        var lemma = lexicon.PlaceHeadsAfter.Nominative(noun.Form) ?? lexicon.PlaceHeadsBefore.Nominative(noun.Form) ?? (language == "ru" ? RussianLemmas.Noun(noun.Form) : null);
        return lemma is null ? ByEnding(noun.Text, masculine) : noun.Text[0] + lemma[1..];
    }

    private static string ByEnding(string noun, bool masculine) => (masculine, noun[^1]) switch
    {
        (true, 'у' or 'а') => noun[..^1],
        (true, 'ю' or 'я') => noun[..^1] + "ь",
        (false, _) when noun.EndsWith("ии", StringComparison.Ordinal) => noun[..^1] + "я",
        (false, _) when noun.EndsWith("ії", StringComparison.Ordinal) => noun[..^1] + "я",
        (false, 'е' or 'і' or 'и' or 'ы' or 'у') => noun[..^1] + "а",
        _ => noun,
    };

    private static bool IsVowel(char letter) => "аеиоуыэюяіїє".Contains(letter, StringComparison.Ordinal);

    private static bool Ends(string form, string[] endings) => Array.Exists(endings, ending => form.EndsWith(ending, StringComparison.Ordinal));
}
