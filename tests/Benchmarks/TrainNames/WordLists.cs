using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;
using NewsPlatform.Text;

namespace NewsPlatform.TrainNames;

/// <summary>Reads lists of words for <see cref="NameFilter"/>: each word as it is spelt alike in Russian and Ukrainian, and its stem.</summary>
internal static class WordLists
{
    public static IReadOnlyCollection<(string Word, bool Stem)> Read(string path)
    {
        var words = new HashSet<(string, bool)>();
        foreach (var line in File.ReadLines(path).Where(line => line.Length > 1))
        {
            var word = Skeleton.Of(WordForm.Normalize(line));
            words.Add((word, false));
            words.Add((SurnameForms.Key(word), true));
        }

        return words;
    }
}
