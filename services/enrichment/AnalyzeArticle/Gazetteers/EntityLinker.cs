using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Gazetteers;

/// <summary>Gives entities their ids and joins those that are one: two names of one id, and a body with its abbreviation in brackets.</summary>
internal static class EntityLinker
{
    /// <summary>The entities, most mentioned first.</summary>
    public static IReadOnlyList<NamedEntity> Link(ArticleText article, IReadOnlyList<NamedEntity> entities, Gazetteer gazetteer)
    {
        var bracketed = Bracketed(article, entities);
        return [.. entities.GroupBy(entity => Key(bracketed.GetValueOrDefault(entity, entity), gazetteer)).Select(group => Join([.. group], gazetteer))
            .OrderByDescending(entity => entity.Mentions.Count).ThenBy(entity => entity.Mentions[0].First)];
    }

    private static (string? Id, NamedEntity? Itself) Key(NamedEntity entity, Gazetteer gazetteer) =>
        gazetteer.Find(entity.Type, entity.Name) is { } entry ? (entity.Type + entry.Id, null) : (null, entity);

    private static NamedEntity Join(List<NamedEntity> same, Gazetteer gazetteer)
    {
        // The longest is the full name: "Национальный банк" of НБУ.
        var main = same.Count == 1 ? same[0] : same.MaxBy(entity => entity.Name.Length)!;
        var entry = same.Select(entity => gazetteer.Find(entity.Type, entity.Name)).FirstOrDefault(found => found is not null);
        return new NamedEntity
        {
            Name = main.Name,
            Type = main.Type,
            Mentions = [.. same.SelectMany(entity => entity.Mentions).OrderBy(mention => mention.First)],
            Role = same.Select(entity => entity.Role).FirstOrDefault(role => role is not null),
            Female = main.Female,
            Id = entry?.Id,
            Aliases = [.. same.Select(entity => entity.Name).Where(name => name != main.Name).Distinct()],
        };
    }

    // "Рибний нагляд (РН)": the abbreviation is the body before it.
    private static Dictionary<NamedEntity, NamedEntity> Bracketed(ArticleText article, IReadOnlyList<NamedEntity> entities)
    {
        var endingAt = new Dictionary<int, NamedEntity>();
        foreach (var entity in entities.Where(entity => entity.Type == EntityTypes.Organisation))
        {
            foreach (var mention in entity.Mentions.Where(mention => mention.Count > 1))
            {
                endingAt.TryAdd(mention.Last, entity);
            }
        }

        var full = new Dictionary<NamedEntity, NamedEntity>();
        foreach (var entity in entities.Where(entity => entity.Type == EntityTypes.Organisation))
        {
            var mention = entity.Mentions.FirstOrDefault(mention => mention.Count == 1 && article.Words[mention.First].Shape == WordShape.Upper && IsInBrackets(article, mention.First));
            if (mention is not null && endingAt.TryGetValue(mention.First - 2, out var body) && body != entity)
            {
                full[entity] = body;
            }
        }

        return full;
    }

    private static bool IsInBrackets(ArticleText article, int index) =>
        index > 1 && article.Words[index - 1].Is('(') && index + 1 < article.Words.Count && article.Words[index + 1].Is(')');
}
