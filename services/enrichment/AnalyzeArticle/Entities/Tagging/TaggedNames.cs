using NewsPlatform.Enrichment.AnalyzeArticle.Entities.Ukrainian;
using NewsPlatform.Enrichment.AnalyzeArticle.Lexicons;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

/// <summary>Gives the names that the tagger found what the rules know of them: a normal form, and the place that an adjective is made of.</summary>
internal static class TaggedNames
{
    private static readonly WordSet Prizes = new(["кубок/кубк", "суперкубок/суперкубк", "чемпионат", "турнир", "приз", "премия", "матч", "орден", "медаль"], "ru");
    private static readonly WordSet UkrainianPrizes = new(["кубок/кубк", "суперкубок/суперкубк", "чемпіонат", "турнір", "приз", "премія", "матч", "орден", "медаль"], "uk");

    /// <summary>The names as the merger wants them.</summary>
    public static IReadOnlyList<Mention> Of(ArticleText article, EntityLexicon lexicon, IReadOnlyList<Mention> rules, IReadOnlyList<Mention> tagged)
    {
        var known = new Dictionary<(int First, int Last, string Type), Mention>();
        foreach (var mention in rules)
        {
            known.TryAdd((mention.First, mention.Last, mention.Type), mention);
        }

        var names = new List<Mention>();
        var end = -1;
        foreach (var mention in tagged.Where(mention => !IsPrize(article, mention)).Select(mention => BeforeRole(article, lexicon, mention)).OrderBy(mention => mention.First).ThenByDescending(mention => mention.Last))
        {
            var told = known.GetValueOrDefault((mention.First, mention.Last, mention.Type)) ?? ListedBody(article, lexicon, mention);
            if (told is not null || Stands(article, mention, inside: mention.Last <= end))
            {
                names.Add(told ?? WithPlace(article, lexicon, mention));
            }

            end = Math.Max(end, mention.Last);
        }

        names.AddRange(Forgotten(article, rules, tagged));
        return article.RuleLanguage == "uk" ? UkrainianBounds.Of(article, lexicon, names) : names;
    }

    // "Кубок Ольвы" is what is won.
    private static bool IsPrize(ArticleText article, Mention mention) => mention is { Type: EntityTypes.Person, Count: > 1 } && (article.RuleLanguage == "uk" ? UkrainianPrizes : Prizes).Contains(article.Words[mention.First].Form);

    // "в інтерв'ю Суспільному очільниця служби": the role begins the next phrase; in "Офис президента" it stands in the genitive.
    private static Mention BeforeRole(ArticleText article, EntityLexicon lexicon, Mention mention)
    {
        for (var i = mention.First + 1; mention.Type == EntityTypes.Organisation && i <= mention.Last; i++)
        {
            var word = article.Words[i];
            if (word.Shape == WordShape.Lower && article.Words[i - 1].Shape == WordShape.Title && lexicon.Roles.Nominative(word.Form) is { } role && NewsPlatform.Text.WordForm.Normalize(role) == word.Form)
            {
                return mention with { Last = i - 1 };
            }
        }

        return mention;
    }

    // A body of the lists is one where the weights take it for a place by its company: "послы США и Евросоюза".
    private static Mention? ListedBody(ArticleText article, EntityLexicon lexicon, Mention mention) =>
        mention.Type == EntityTypes.Place && lexicon.Organisations.At(article.Words, mention.First) is { } body && body.Length == mention.Count
            && lexicon.Places.At(article.Words, mention.First) is null ? mention with { Type = EntityTypes.Organisation, Name = body.Name } : null;

    // The weights are of Russian, where an adjective of a place is a mention of it; Ukrainian corpora do not take it for one. A surname inside a
    // body's name is one only where something says so: "завод имени Петрова".
    private static bool Stands(ArticleText article, Mention mention, bool inside) => (mention.Type, mention.Count) switch
    {
        (EntityTypes.Place, 1) => article.RuleLanguage != "uk" || !SlavicAdjectives.OfName(article.Words[mention.First]),
        (EntityTypes.Person, 1) => !inside || mention.First > 0 && article.Words[mention.First - 1].Form is "имени" or "імені" or "им" or "ім" or ".",
        _ => true,
    };

    private static Mention WithPlace(ArticleText article, EntityLexicon lexicon, Mention mention) =>
        mention is { Type: EntityTypes.Place, Count: 1 } ? mention with { Name = PlaceAdjectives.PlaceOf(article.Words[mention.First], lexicon, article.RuleLanguage) } : mention;

    // "Port Marrow", "Тверская площадь": a place that a common noun tells stays where the weights saw nothing.
    private static IEnumerable<Mention> Forgotten(ArticleText article, IReadOnlyList<Mention> rules, IReadOnlyList<Mention> tagged)
    {
        var taken = new bool[article.Words.Count];
        foreach (var mention in tagged)
        {
            Array.Fill(taken, true, mention.First, mention.Count);
        }

        return rules.Where(mention => mention is { Type: EntityTypes.Place, Count: > 1 } && article.Words[mention.First].IsCapitalised && Array.IndexOf(taken, true, mention.First, mention.Count) < 0);
    }
}
