using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Ukrainian;

/// <summary>
/// Bounds of a Ukrainian body's name: without the common noun before it ("фірма «Вітрила»", "прес-служба МОЗ"), with its legal form ("ТОВ «Вітрила»")
/// and what foreign companies end in ("Vitryla Holding B. V.").
/// </summary>
internal static class BodyBounds
{
    private const int LongestForm = 7;
    private const int LongestQuoted = 12;

    private static readonly HashSet<string> ForeignForms = ["inc", "ltd", "llc", "gmbh", "corp", "plc"];

    // What abbreviated names of bodies begin with ("Держпраці", "Укрзалізниця"), and parties.
    private static readonly string[] Beginnings = ["держ", "укр", "нац", "мін", "обл", "міськ", "партії"];

    /// <summary>The mention with a body's bounds.</summary>
    public static Mention Of(ArticleText article, EntityLexicon lexicon, Mention name)
    {
        name = WithLegalForm(article, name);
        name = WithoutKind(article, lexicon, name);
        name = WithoutNoun(article, lexicon, name);
        return WithForeignForm(article, name);
    }

    /// <summary>Two that were taken for one: "Алексієнко та ТОВ «Вітрила»".</summary>
    public static IEnumerable<Mention> Apart(ArticleText article, Mention name)
    {
        var words = article.Words;
        for (var and = name.First + 1; and + 3 <= name.Last; and++)
        {
            if (words[and].Form is "та" or "і" or "й" && IsLegalForm(words[and + 1]) && QuoteSigns.Opens(words[and + 2]))
            {
                return [name with { Last = and - 1, Name = null }, new Mention(and + 1, name.Last, EntityTypes.Organisation)];
            }
        }

        return [name];
    }

    private static Mention WithLegalForm(ArticleText article, Mention name)
    {
        var words = article.Words;
        if (name.Last + 1 < words.Count && IsLegalForm(words[name.Last]) && QuoteSigns.Opens(words[name.Last + 1]) && CloseOf(article, name.Last + 1) is { } close)
        {
            return name with { Last = close, Name = null };
        }

        var isQuoted = name.First > 1 && QuoteSigns.Opens(words[name.First - 1]);
        var form = isQuoted ? name.First - 2 : name.First - 1;
        if (form < 0 || !IsLegalForm(words[form]) || words[form].Sentence != words[name.First].Sentence || !isQuoted && !QuoteSigns.Opens(words[name.First]))
        {
            return name;
        }

        var last = isQuoted && name.Last + 1 < words.Count && QuoteSigns.Closes(words[name.First - 1], words[name.Last + 1]) ? name.Last + 1 : name.Last;
        return isQuoted && last == name.Last && !QuoteSigns.Closes(words[name.First - 1], words[last]) ? name : name with { First = form, Last = last };
    }

    private static bool IsLegalForm(Word word) => word.Shape is WordShape.Upper or WordShape.Mixed && word.Length is > 1 and <= LongestForm && word.Form[0] >= 'а';

    private static int? CloseOf(ArticleText article, int open)
    {
        for (var i = open + 1; i < article.Words.Count && i <= open + LongestQuoted && article.Words[i].Sentence == article.Words[open].Sentence; i++)
        {
            if (QuoteSigns.Closes(article.Words[open], article.Words[i]))
            {
                return i;
            }
        }

        return null;
    }

    private static Mention WithoutKind(ArticleText article, EntityLexicon lexicon, Mention name)
    {
        var words = article.Words;
        var open = name.First;
        while (open < name.Last && (words[open].Shape == WordShape.Lower || open == name.First && words[open].Shape == WordShape.Title && lexicon.Kinds.Contains(words[open].Form)))
        {
            open++;
        }

        return open > name.First && open + 1 < name.Last && QuoteSigns.Opens(words[open]) && QuoteSigns.Closes(words[open], words[name.Last])
            ? name with { First = open + 1, Last = name.Last - 1 }
            : name;
    }

    private static Mention WithoutNoun(ArticleText article, EntityLexicon lexicon, Mention name)
    {
        var words = article.Words;
        var first = name.First;
        while (first < name.Last && words[first].Shape == WordShape.Lower)
        {
            first++;
        }

        if (first == name.First || !words[first].IsCapitalised)
        {
            return name;
        }

        var opens = words[first].IsLatin || words[first].Shape is WordShape.Upper or WordShape.Mixed || Array.Exists(Beginnings, part => words[first].Form.StartsWith(part, StringComparison.Ordinal));
        var rest = new Mention(first, name.Last, name.Type);
        return opens || Enumerable.Range(first, rest.Count).Any(i => BodyNouns.Has(words[i])) ? rest
            : lexicon.Places.At(words, first) is { } place && place.Length == rest.Count || RegionNames.IsRegion(article, rest) ? rest with { Type = EntityTypes.Place }
            : name;
    }

    private static Mention WithForeignForm(ArticleText article, Mention name)
    {
        var words = article.Words;
        var last = name.Last;
        if (!words[last].IsLatin)
        {
            return name;
        }

        while (last + 2 < words.Count && words[last + 1] is { Shape: WordShape.Initial, IsLatin: true } && words[last + 2].Is('.'))
        {
            last += 2;
        }

        if (last == name.Last)
        {
            var form = last + 1 < words.Count && words[last + 1].Is(',') ? last + 2 : last + 1;
            last = form < words.Count && ForeignForms.Contains(words[form].Form) ? form : last;
        }

        return last == name.Last ? name : name with { Last = last, Name = null };
    }
}
