using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.Storage;

/// <summary>What an article can be listed under besides its columns; the same keys in every engine.</summary>
/// <param name="Key">What filters compare.</param>
/// <param name="Name">The entity's name for people; null for a section.</param>
/// <param name="Type">PER, ORG or LOC; null for a section.</param>
internal sealed record ArticleLabel(string Key, string? Name = null, string? Type = null);

internal static class ArticleLabels
{
    /// <summary>The article's sections (as printed, and the category) and its entities, each key once.</summary>
    public static IEnumerable<ArticleLabel> Of(PublishedArticle article)
    {
        string?[] sections = [article.Content.Section, article.Analysis.Section];
        return sections
            .Where(name => !string.IsNullOrWhiteSpace(name))
            .Select(name => new ArticleLabel(Section(name!)))
            .Concat(article.Analysis.Entities.Select(entity => new ArticleLabel(Entity(entity.Name), entity.Name, entity.Type)))
            .DistinctBy(label => label.Key);
    }

    public static string Section(string name) => "section:" + Normalize(name);

    public static string Entity(string name) => "entity:" + Normalize(name);

    private static string Normalize(string name) => name.Trim().ToLowerInvariant();
}
