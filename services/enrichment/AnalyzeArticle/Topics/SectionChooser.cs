using System.Collections.Frozen;
using NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Topics;

/// <summary>Puts an article in one of the seven NewsAPI categories, by its publisher's section first and by its subjects else.</summary>
internal static class SectionChooser
{
    private const string General = "general";

    // A lead smaller than this over the next category decides nothing.
    private const double Lead = 1.15;

    private static readonly string[] Categories = ["business", "entertainment", General, "health", "science", "sports", "technology"];

    private static readonly FrozenDictionary<string, string> Names = ByWord();

    /// <summary>The category; null when neither the publisher nor the words decide.</summary>
    public static string? Choose(string? publisherSection, IReadOnlyList<TopicScore> topics)
    {
        var printed = FromPublisher(publisherSection);
        return printed is not null and not General ? printed : FromTopics(topics) ?? printed;
    }

    private static string? FromPublisher(string? section) =>
        section is null ? null : WordReader.Forms(section).Select(form => Names.GetValueOrDefault(form)).FirstOrDefault(name => name is not null);

    private static string? FromTopics(IReadOnlyList<TopicScore> topics)
    {
        var ranked = topics.GroupBy(topic => topic.Category).Select(group => (Category: group.Key, Weight: group.Max(topic => topic.Weight)))
            .OrderByDescending(category => category.Weight).ThenBy(category => category.Category, StringComparer.Ordinal).ToList();
        return ranked.Count == 0 || ranked.Count > 1 && ranked[0].Weight < Lead * ranked[1].Weight ? null : ranked[0].Category;
    }

    private static FrozenDictionary<string, string> ByWord()
    {
        var lexicon = LexiconFile.Words("sections");
        var byWord = new Dictionary<string, string>();
        foreach (var category in Categories)
        {
            foreach (var word in lexicon["names " + category])
            {
                byWord.TryAdd(WordForm.Normalize(word), category);
            }
        }

        return byWord.ToFrozenDictionary();
    }
}
