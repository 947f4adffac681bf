using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Ukrainian;

/// <summary>Bounds of places: a region with its noun ("Луганська обл"), a town apart from the region behind it ("Бортничах Київської області").</summary>
internal static class RegionNames
{
    private static readonly HashSet<string> Regions =
        ["обл", "область", "області", "областю", "район", "району", "районі", "районом", "р-н", "р-ну", "р-ні", "повіт", "повіту", "губернія", "губернії"];

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
        WordEndings.IsOfName(article.Words[name.Last]) && article.Adjacent(name.Last) && IsNoun(article.Words[name.Last + 1])
            ? new Mention(name.First, name.Last + 1, EntityTypes.Place)
            : name;

    /// <summary>A town and the regions behind it as places of their own, without what shortens "town" or "village".</summary>
    public static IEnumerable<Mention> Apart(ArticleText article, Mention name)
    {
        var words = article.Words;
        var last = name.Last;
        var first = name.First + 1 < last && words[name.First].Shape == WordShape.Lower && words[name.First].Length <= 3 && words[name.First + 1].Is('.') ? name.First + 2 : name.First;
        var parts = new Stack<Mention>();
        while (last - 2 >= first && IsNoun(words[last]) && words[last - 1].Shape == WordShape.Title && WordEndings.IsOfName(words[last - 1]) && words[last - 2].Shape != WordShape.Sign)
        {
            parts.Push(new Mention(last - 1, last, name.Type));
            last -= 2;
        }

        // "Госпсуд Черкаської області"
        if (parts.Count > 0 && first == last && BodyNouns.Has(words[first]))
        {
            return [name with { Type = EntityTypes.Organisation, Name = null }];
        }

        return parts.Count == 0 || words[last].Shape != WordShape.Title && !IsNoun(words[last]) ? [name] : parts.Prepend(new Mention(first, last, name.Type));
    }

    /// <summary>Whether regions are called by this noun.</summary>
    public static bool IsNoun(Word word) => Regions.Contains(word.Form);

    /// <summary>Whether it is a region and nothing else.</summary>
    public static bool IsRegion(ArticleText article, Mention name) => name.Count == 2 && WordEndings.IsOfName(article.Words[name.First]) && IsNoun(article.Words[name.Last]);
}
