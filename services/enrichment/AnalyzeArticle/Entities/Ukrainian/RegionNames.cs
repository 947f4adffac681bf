using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Ukrainian;

/// <summary>Bounds of places: a region with its noun ("Луганська обл"), a town apart from the region behind it ("Бортничах Київської області").</summary>
internal static class RegionNames
{
    private static readonly HashSet<string> Regions =
        ["обл", "область", "області", "областю", "район", "району", "районі", "районом", "р-н", "р-ну", "повіт", "повіту", "губернія", "губернії"];

    private static readonly string[] Adjectives = ["ська", "ської", "ській", "ську", "ською", "цька", "цької", "цькій", "цьку", "цькою", "ський", "ського", "ському", "цький", "цького", "цькому"];

    private static readonly HashSet<string> Streets = ["вулиця", "проспект", "площа", "бульвар", "провулок", "шосе", "набережна", "міст", "парк", "сквер"];

    /// <summary>The place without the common noun before it ("село Кути" is Кути); what a street is called stays.</summary>
    public static Mention WithoutHead(ArticleText article, EntityLexicon lexicon, Mention name)
    {
        var head = article.Words[name.First];
        return name.Count > 1 && head.Shape == WordShape.Lower && article.Words[name.First + 1].IsCapitalised
            && lexicon.PlaceHeadsBefore.Nominative(head.Form) is { } noun && !Streets.Contains(noun)
            ? name with { First = name.First + 1 }
            : name;
    }

    /// <summary>An adjective before "області" is a region whatever it was taken for.</summary>
    public static Mention Told(ArticleText article, Mention name) =>
        IsAdjective(article.Words[name.Last]) && article.Adjacent(name.Last) && Regions.Contains(article.Words[name.Last + 1].Form)
            ? new Mention(name.First, name.Last + 1, EntityTypes.Place)
            : name;

    /// <summary>A town and the region behind it as two places.</summary>
    public static IEnumerable<Mention> Apart(ArticleText article, Mention name)
    {
        var words = article.Words;
        var isPair = name is { Type: EntityTypes.Place, Count: 3 } && words[name.First].Shape == WordShape.Title && !IsAdjective(words[name.First]) && !words[name.First].Form.EndsWith("ої", StringComparison.Ordinal)
            && words[name.First + 1].Shape == WordShape.Title && IsAdjective(words[name.First + 1]) && Regions.Contains(words[name.Last].Form);
        return isPair ? [new Mention(name.First, name.First, name.Type), new Mention(name.First + 1, name.Last, name.Type)] : [name];
    }

    private static bool IsAdjective(Word word) => Array.Exists(Adjectives, ending => word.Form.EndsWith(ending, StringComparison.Ordinal));
}
