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
        var bounded = names
            .Where(name => !IsNounAlone(article, lexicon, name) && !IsNone(article, name))
            .Select(name => PersonBounds.Told(article, lexicon, name))
            .SelectMany(name => BodyBounds.Apart(article, name))
            .SelectMany(name => Bounded(article, lexicon, name))
            .Where(name => Array.IndexOf(inStreets, true, name.First, name.Count) < 0)
            .Concat(streets)
            .Where(name => !PersonBounds.EndsHoly(article, name))
            .Concat(PersonBounds.HolyNames(article))
            .Concat(PersonInitials.Find(article));
        return [.. Outermost(article, PublicBodies.Of(article, [.. bounded]))];
    }

    // "підприємство", "банку", "обласної державної адміністрації": no name of anything; "міськрада" is the body of one town.
    private static bool IsNounAlone(ArticleText article, EntityLexicon lexicon, Mention name)
    {
        var word = article.Words[name.First];
        return name.Type == EntityTypes.Organisation && word.Shape == WordShape.Lower && (name.Count == 1
            ? (lexicon.Heads.Contains(word.Form) || lexicon.Kinds.Contains(word.Form)) && !Array.Exists(OneTowns, part => word.Form.StartsWith(part, StringComparison.Ordinal))
            : Enumerable.Range(name.First, name.Count).All(i => article.Words[i].Shape is WordShape.Lower or WordShape.Sign));
    }

    // "XIX століття", "ФОП Ірина Заремба"
    private static bool IsNone(ArticleText article, Mention name) =>
        name is { Type: EntityTypes.Organisation, Count: 1 } && (article.Words[name.First].Text.AsSpan().IndexOfAnyExcept("IVXLC") < 0 || article.Words[name.First].Form.StartsWith("фоп", StringComparison.Ordinal));

    private static IEnumerable<Mention> Bounded(ArticleText article, EntityLexicon lexicon, Mention name) => name.Type switch
    {
        EntityTypes.Organisation => [BodyBounds.Of(article, lexicon, name)],
        EntityTypes.Person when RegionNames.Told(article, name) is { Type: EntityTypes.Place } place => RegionNames.Apart(article, place),
        EntityTypes.Person => [PersonBounds.Of(article, name)],
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
