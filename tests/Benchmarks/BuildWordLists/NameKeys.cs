using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;
using NewsPlatform.Text;

namespace NewsPlatform.BuildWordLists;

/// <summary>What <see cref="NameFilter"/> keeps of a list of words: each as it is spelt alike in Russian and Ukrainian, and its stem.</summary>
internal static class NameKeys
{
    public static IReadOnlyCollection<(string Word, bool Stem)> Of(IEnumerable<string> list)
    {
        var keys = new HashSet<(string, bool)>();
        foreach (var entry in list.Where(entry => entry.Length > 1))
        {
            var word = Skeleton.Of(WordForm.Normalize(entry));
            keys.Add((word, false));
            keys.Add((SurnameForms.Key(word), true));
        }

        return keys;
    }
}
