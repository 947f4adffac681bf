using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Finds the later, shorter mentions of persons and organisations that the text has named in full.</summary>
internal static class RepeatedNames
{
    /// <summary>Single words, not covered yet, that repeat a surname or a one-word organisation.</summary>
    public static IEnumerable<Mention> Find(ArticleText article, IReadOnlyList<Mention> mentions)
    {
        var words = article.Words;
        var covered = new bool[words.Count];
        var types = new Dictionary<string, string>();
        foreach (var mention in mentions)
        {
            Array.Fill(covered, true, mention.First, mention.Count);
            if (mention.Type == EntityTypes.Person || mention.Type == EntityTypes.Organisation && (mention.Count == 1 || mention.Name?.Contains(' ', StringComparison.Ordinal) == false))
            {
                types.TryAdd(SurnameForms.Key(words[mention.Last].Form), mention.Type);
            }
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (!covered[i] && words[i].IsCapitalised && words[i].Length > 2 && types.TryGetValue(SurnameForms.Key(words[i].Form), out var type))
            {
                yield return new Mention(i, i, type);
            }
        }
    }
}
