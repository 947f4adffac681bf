using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;
using NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Dates;

/// <summary>The words of which one rule language (ru, uk or en) makes dates.</summary>
internal sealed class DateWords
{
    private static readonly ConcurrentDictionary<string, Lazy<DateWords>> Cache = new();

    private static readonly LexiconFile File = LexiconFile.Words("dates");

    private DateWords(string language)
    {
        Months = Numbered(File["months " + language]);
        Weekdays = Numbered(File["weekdays " + language]);
        Days = File["days " + language].Select(entry => entry.Split('/'))
            .ToFrozenDictionary(parts => WordForm.Normalize(parts[0]), parts => int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    /// <summary>1 to 12 by form.</summary>
    public FrozenDictionary<string, int> Months { get; }

    /// <summary>1 (Monday) to 7 by form.</summary>
    public FrozenDictionary<string, int> Weekdays { get; }

    /// <summary>Days from the publication by word.</summary>
    public FrozenDictionary<string, int> Days { get; }

    public static DateWords For(string ruleLanguage) =>
        Cache.GetOrAdd(ruleLanguage, language => new Lazy<DateWords>(() => new DateWords(language))).Value;

    /// <summary>The words of a section that all languages share.</summary>
    public static FrozenSet<string> Shared(string section) => File[section].Select(word => WordForm.Normalize(word)).ToFrozenSet();

    private static FrozenDictionary<string, int> Numbered(IReadOnlyList<string> entries) =>
        entries.SelectMany((entry, index) => entry.Split('/').Select(form => (Form: WordForm.Normalize(form), Number: index + 1))).ToFrozenDictionary(pair => pair.Form, pair => pair.Number);
}
