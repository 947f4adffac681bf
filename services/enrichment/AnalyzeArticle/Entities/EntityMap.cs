using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>Which entity stands at which word; of nested names the outer one.</summary>
internal sealed class EntityMap
{
    private readonly NamedEntity?[] _at;
    private readonly Mention?[] _mentionAt;

    public EntityMap(ArticleText article, IReadOnlyList<NamedEntity> entities)
    {
        Entities = entities;
        _at = new NamedEntity?[article.Words.Count];
        _mentionAt = new Mention?[article.Words.Count];
        foreach (var (entity, mention) in entities.SelectMany(entity => entity.Mentions.Select(mention => (entity, mention))).OrderBy(pair => pair.mention.Count))
        {
            Array.Fill(_at, entity, mention.First, mention.Count);
            Array.Fill(_mentionAt, mention, mention.First, mention.Count);
        }
    }

    public IReadOnlyList<NamedEntity> Entities { get; }

    public NamedEntity? At(int word) => word >= 0 && word < _at.Length ? _at[word] : null;

    public Mention? MentionAt(int word) => word >= 0 && word < _mentionAt.Length ? _mentionAt[word] : null;
}
