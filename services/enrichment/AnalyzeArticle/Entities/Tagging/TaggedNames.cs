using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

/// <summary>Gives the names that the tagger found what the rules know of them: a normal form, and the place that an adjective is made of.</summary>
internal static class TaggedNames
{
    public static IReadOnlyList<Mention> Of(ArticleText article, EntityLexicon lexicon, IReadOnlyList<Mention> rules, IReadOnlyList<Mention> tagged)
    {
        var known = new Dictionary<(int First, int Last, string Type), Mention>();
        foreach (var mention in rules)
        {
            known.TryAdd((mention.First, mention.Last, mention.Type), mention);
        }

        // The weights are of Russian, where an adjective of a place is a mention of it; Ukrainian corpora do not take it for one.
        return [.. tagged.Where(mention => !(article.RuleLanguage == "uk" && mention is { Type: EntityTypes.Place, Count: 1 } && SlavicAdjectives.OfName(article.Words[mention.First]) && !known.ContainsKey((mention.First, mention.Last, mention.Type)))).Select(mention => known.GetValueOrDefault((mention.First, mention.Last, mention.Type))
            ?? (mention is { Type: EntityTypes.Place, Count: 1 } ? mention with { Name = PlaceAdjectives.PlaceOf(article.Words[mention.First], lexicon, article.RuleLanguage) } : mention))];
    }
}
