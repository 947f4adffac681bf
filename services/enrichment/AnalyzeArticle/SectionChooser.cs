using System.Collections.Frozen;
using NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle;

/// <summary>Puts an article in one of the seven NewsAPI categories, by its publisher's section first and by its words else.</summary>
internal static class SectionChooser
{
    private const int TitleWeight = 3;
    private const int LongestStem = 12;

    // Fewer telling words than this, or a lead smaller than this over the next category, decide nothing.
    private const int Least = 4;
    private const double Lead = 1.5;

    private static readonly string[] Categories = ["business", "entertainment", "general", "health", "science", "sports", "technology"];

    private static readonly LexiconFile Lexicon = LexiconFile.Words("sections");

    private static readonly FrozenDictionary<string, string> Names = ByWord(category => Lexicon["names " + category]);

    private static readonly FrozenDictionary<string, string> Stems = ByWord(category => Lexicon[category]);

    /// <summary>The category; null when neither the publisher nor the words decide.</summary>
    public static string? Choose(string? publisherSection, ArticleText title, ArticleText body)
    {
        var printed = FromPublisher(publisherSection);
        return printed is not null and not "general" ? printed : FromWords(title, body) ?? printed;
    }

    private static string? FromPublisher(string? section) =>
        section is null ? null : WordReader.Forms(section).Select(form => Names.GetValueOrDefault(form)).FirstOrDefault(name => name is not null);

    private static string? FromWords(ArticleText title, ArticleText body)
    {
        var scores = new Dictionary<string, int>();
        Count(scores, title, TitleWeight);
        Count(scores, body, 1);
        var ranked = scores.OrderByDescending(score => score.Value).ThenBy(score => score.Key).ToList();
        if (ranked.Count == 0 || ranked[0].Value < Math.Max(Least, body.Words.Count / 100))
        {
            return null;
        }

        return ranked.Count == 1 || ranked[0].Value >= Lead * ranked[1].Value ? ranked[0].Key : null;
    }

    private static void Count(Dictionary<string, int> scores, ArticleText text, int weight)
    {
        foreach (var word in text.Words)
        {
            if (word.IsWord && CategoryOf(word.Form) is { } category)
            {
                scores[category] = scores.GetValueOrDefault(category) + weight;
            }
        }
    }

    private static string? CategoryOf(string form)
    {
        for (var length = Math.Min(form.Length, LongestStem); length >= 3; length--)
        {
            // A short stem must be nearly the whole word: "гол" is a goal, "голова" is not.
            if (Stems.TryGetValue(form[..length], out var category) && (length > 4 || form.Length - length <= 2))
            {
                return category;
            }
        }

        return null;
    }

    private static FrozenDictionary<string, string> ByWord(Func<string, IReadOnlyList<string>> words)
    {
        var byWord = new Dictionary<string, string>();
        foreach (var category in Categories)
        {
            foreach (var word in words(category))
            {
                byWord.TryAdd(WordForm.Normalize(word), category);
            }
        }

        return byWord.ToFrozenDictionary();
    }
}
