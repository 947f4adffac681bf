using System.Collections.Frozen;
using NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Verbs by which news tell who said something, in the forms that do so (not infinitives, not nouns).</summary>
internal static class SpeechVerbs
{
    private static readonly string[] Languages = ["ru", "uk", "en"];

    private static readonly FrozenSet<string> Determiners = new[] { "the", "a", "an", "this", "its", "his", "her", "their", "our", "my", "your", "'s" }.ToFrozenSet();

    private static readonly FrozenDictionary<string, FrozenSet<string>> Forms = Load();

    /// <summary>Whether the normalised word is such a verb of ru, uk or en.</summary>
    public static bool Is(string form, string ruleLanguage) => Forms[ruleLanguage].Contains(form);

    /// <summary>Whether the word at the place is such a verb there: "the note" and "report" of "the annual report said" are nouns.</summary>
    public static bool At(ArticleText article, int index)
    {
        var word = article.Words[index];
        return word.IsWord && Is(word.Form, article.RuleLanguage) && !(article.RuleLanguage == "en" && IsNoun(article, index));
    }

    private static bool IsNoun(ArticleText article, int index) =>
        index > 0 && article.Adjacent(index - 1) && Determiners.Contains(article.Words[index - 1].Form)
        || article.Adjacent(index) && article.Words[index].Form is not ("said" or "says" or "told") && article.Words[index + 1].Form is "said" or "says" or "told";

    private static FrozenDictionary<string, FrozenSet<string>> Load()
    {
        var file = LexiconFile.Words("speech");
        return Languages.ToFrozenDictionary(
            language => language,
            language => file[language].SelectMany(stem => file["endings " + language].DefaultIfEmpty("").Select(ending => Join(stem, ending)))
                .Concat(file["forms " + language]).ToFrozenSet());
    }

    private static string Join(string stem, string ending) => NewsPlatform.Text.WordForm.Normalize(stem + ending);
}
