using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.IndexArticles;

/// <summary>A person, organisation or place of an article, as it is counted.</summary>
/// <param name="Key">One key for every spelling of upper and lower case.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Type">PER, ORG or LOC.</param>
internal sealed record EntityLabel(string Key, string Name, string Type);

/// <summary>What an article is filtered by: one label a value, <c>kind:value</c> in lower case, the same in every engine.</summary>
internal static class ArticleLabels
{
    // Longer values are no names; their beginning still finds them.
    private const int MaximumLength = 120;

    /// <summary>The article's labels, each once.</summary>
    public static IEnumerable<string> Of(PublishedArticle article)
    {
        var (content, analysis) = (article.Content, article.Analysis);
        IEnumerable<string?> labels =
        [
            Language(analysis.Language),
            Source(content.Source.Id),
            Source(content.Source.Name),
            string.IsNullOrWhiteSpace(content.Section) ? null : Section(content.Section),
            Category(analysis.Section ?? Categories.General),
            article.DuplicateOf is null ? null : Duplicate,
            .. DomainsOf(content.Url),
            .. analysis.Entities.SelectMany(entity => NamesOf(entity.Name, entity.Id, entity.Aliases)).Select(Entity),
            .. analysis.Quotes.SelectMany(quote => SpeakersOf(article, quote)),
        ];
        return labels.OfType<string>().Distinct();
    }

    /// <summary>The article's entities, each key once.</summary>
    public static IEnumerable<EntityLabel> EntitiesOf(PublishedArticle article) =>
        article.Analysis.Entities.Select(entity => new EntityLabel(Entity(entity.Name), entity.Name, entity.Type)).DistinctBy(entity => entity.Key);

    /// <summary>The label of an article that tells what another one told before.</summary>
    public static string Duplicate => "duplicate:";

    public static string Language(string code) => Label("language", code);

    /// <summary>By the source's id or its name.</summary>
    public static string Source(string source) => Label("source", source);

    /// <summary>By the publisher's own section.</summary>
    public static string Section(string name) => Label("section", name);

    /// <summary>By one of the seven categories; an undecided article is <c>general</c>.</summary>
    public static string Category(string name) => Label("category", name);

    /// <summary>By host; a domain stands for its subdomains too.</summary>
    public static string Domain(string host) => Label("domain", WithoutWww(host.Trim()));

    /// <summary>By name, alias or id of a person, organisation or place.</summary>
    public static string Entity(string name) => Label("entity", name);

    /// <summary>By name, alias or id of one who is quoted.</summary>
    public static string Speaker(string name) => Label("speaker", name);

    /// <summary>The labels of the one who says this in the article; none when the text does not tell who it is.</summary>
    public static IEnumerable<string> SpeakersOf(PublishedArticle article, Quotation quote) => SpeakersOf(article, quote.Speaker, quote.SpeakerId).Select(Speaker);

    private static IEnumerable<string> NamesOf(string name, string? id, IReadOnlyList<string> aliases) => id is null ? [name, .. aliases] : [name, id, .. aliases];

    // The quotation calls its speaker by one of the names of an entity, if the text has it.
    private static IEnumerable<string> SpeakersOf(PublishedArticle article, string? speaker, string? id) => speaker is null
        ? []
        : article.Analysis.Entities
            .Where(entity => (id is not null && entity.Id == id) || entity.Name == speaker || entity.Aliases.Contains(speaker))
            .SelectMany(entity => NamesOf(entity.Name, entity.Id, entity.Aliases))
            .Append(speaker)
            .Concat(id is null ? [] : [id]);

    private static IEnumerable<string> DomainsOf(string? address)
    {
        if (address is null || !Uri.TryCreate(address, UriKind.Absolute, out var url))
        {
            yield break;
        }

        var host = WithoutWww(url.IdnHost);
        while (host.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot)
        {
            yield return Domain(host);
            host = host[(dot + 1)..];
        }
    }

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;

    private static string Label(string kind, string value)
    {
        var normal = value.Trim().ToLowerInvariant();
        return $"{kind}:{(normal.Length <= MaximumLength ? normal : normal[..MaximumLength])}";
    }
}
