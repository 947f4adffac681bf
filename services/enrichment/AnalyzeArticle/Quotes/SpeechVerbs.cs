using System.Collections.Frozen;
using NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Verbs by which news tell who said something, in the forms that do so (not infinitives, not nouns).</summary>
internal static class SpeechVerbs
{
    private static readonly string[] Languages = ["ru", "uk", "en"];

    private static readonly FrozenDictionary<string, FrozenSet<string>> Forms = Load();

    /// <summary>Whether the normalised word is such a verb of ru, uk or en.</summary>
    public static bool Is(string form, string ruleLanguage) => Forms[ruleLanguage].Contains(form);

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
