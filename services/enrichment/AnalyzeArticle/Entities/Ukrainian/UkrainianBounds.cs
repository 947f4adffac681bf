using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Ukrainian;

/// <summary>
/// Where Ukrainian names begin and end. The weights are of Russian, where corpora mark names inside names and the common noun before one; Ukrainian
/// ones mark neither, but the legal form, the initials and the whole address. The place stays in a body that is named by nothing else ("Делегація України").
/// </summary>
internal static class UkrainianBounds
{
    private static readonly string[] OneTowns = ["обл", "міськ"];

    /// <summary>The names with Ukrainian bounds.</summary>
    public static IReadOnlyList<Mention> Of(ArticleText article, EntityLexicon lexicon, IReadOnlyList<Mention> names)
    {
        var streets = StreetNames.Find(article).ToList();
        var inStreets = new bool[article.Words.Count];
        streets.ForEach(street => Array.Fill(inStreets, true, street.First, street.Count));
        var bounded = names.Where(name => !IsNounAlone(article, lexicon, name)).SelectMany(name => Bounded(article, lexicon, name))
            .Where(name => Array.IndexOf(inStreets, true, name.First, name.Count) < 0)
            .Concat(streets);
        return [.. Outermost(article, bounded)];
    }

    // "підприємство", "банку": no name of anything; "міськрада" is the body of one town.
    private static bool IsNounAlone(ArticleText article, EntityLexicon lexicon, Mention name)
    {
        var word = article.Words[name.First];
        return name is { Type: EntityTypes.Organisation, Count: 1 } && word.Shape == WordShape.Lower
            && (lexicon.Heads.Contains(word.Form) || lexicon.Kinds.Contains(word.Form))
            && !Array.Exists(OneTowns, part => word.Form.StartsWith(part, StringComparison.Ordinal));
    }

    private static IEnumerable<Mention> Bounded(ArticleText article, EntityLexicon lexicon, Mention name) => name.Type switch
    {
        EntityTypes.Organisation => [BodyBounds.Of(article, lexicon, name)],
        EntityTypes.Person => [PersonInitials.With(article, RegionNames.Told(article, name))],
        _ => RegionNames.Apart(article, RegionNames.Told(article, RegionNames.WithoutHead(article, lexicon, name))),
    };

    private static IEnumerable<Mention> Outermost(ArticleText article, IEnumerable<Mention> names)
    {
        Mention? outer = null;
        foreach (var name in names.OrderBy(name => name.First).ThenByDescending(name => name.Last))
        {
            if (outer is null || name.Last > outer.Last)
            {
                outer = name;
                yield return name;
            }
            else if (name.Type == EntityTypes.Place && outer is { Type: EntityTypes.Organisation, Count: 2 } && name.First == outer.Last
                && article.Words[outer.First].Shape is WordShape.Title or WordShape.Lower)
            {
                yield return name;
            }
        }
    }
}
