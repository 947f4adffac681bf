using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Joins the mentions of one person, organisation or place ("Энтони Блинкен", "Блинкену") and gives it its normal form.</summary>
internal static class EntityMerger
{
    public static IReadOnlyList<NamedEntity> Merge(ArticleText article, EntityLexicon lexicon, IReadOnlyList<Mention> mentions)
    {
        var people = new PersonIndex(article, lexicon);
        foreach (var mention in mentions.Where(mention => mention.Type == EntityTypes.Person).OrderByDescending(mention => mention.Count).ThenBy(mention => mention.First))
        {
            people.Add(mention);
        }

        return [.. people.Groups.Select(group => Person(article, lexicon, group))
            .Concat(mentions.Where(mention => mention.Type != EntityTypes.Person).GroupBy(mention => Key(article, mention)).Select(group => Thing(article, [.. group])))
            .OrderByDescending(entity => entity.Mentions.Count).ThenBy(entity => entity.Mentions[0].First)];
    }

    private static NamedEntity Person(ArticleText article, EntityLexicon lexicon, List<Mention> group)
    {
        var ordered = group.OrderBy(mention => mention.First).ToList();
        var role = RoleReader.Read(article, lexicon, ordered);
        var female = PersonGender.IsFemale(article, lexicon, ordered, role);
        return new NamedEntity
        {
            Name = PersonNames.Normal(article, lexicon, ordered, female == true),
            Type = EntityTypes.Person,
            Mentions = ordered,
            Role = role,
            Female = female,
        };
    }

    private static NamedEntity Thing(ArticleText article, List<Mention> group)
    {
        var ordered = group.OrderBy(mention => mention.First).ToList();
        return new NamedEntity
        {
            Name = ordered.Select(mention => mention.Name).FirstOrDefault(name => name is not null) ?? OrganisationNames.Normal(article, ordered),
            Type = ordered[0].Type,
            Mentions = ordered,
        };
    }

    private static string Key(ArticleText article, Mention mention)
    {
        var words = mention.Name is null
            ? Enumerable.Range(mention.First, mention.Count).Select(i => article.Words[i].Form)
            : WordReader.Forms(mention.Name);
        return mention.Type + " " + string.Join(' ', words.Select(SurnameForms.Key));
    }
}
