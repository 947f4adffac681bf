using System.Text.Json.Nodes;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RenderSite;

namespace NewsPlatform.Publishing.WriteJsonLd;

/// <summary>An article as schema.org's NewsArticle, for search engines and readers of embedded data.</summary>
internal static class NewsArticleData
{
    private const int MostMentions = 20;

    /// <param name="article">A visible one.</param>
    /// <param name="page">Its page here.</param>
    /// <param name="siteName">Who shows it.</param>
    public static JsonObject Of(PublishedArticle article, string page, string siteName)
    {
        var (content, analysis) = (article.Content, article.Analysis);
        var data = new JsonObject
        {
            ["@context"] = "https://schema.org",
            ["@type"] = "NewsArticle",
            ["@id"] = page,
            ["mainEntityOfPage"] = page,
            ["headline"] = content.Title,
            ["datePublished"] = Instants.WithOffset(content.PublishedAt ?? content.FirstSeenAt),
            ["inLanguage"] = analysis.Language,
            ["isAccessibleForFree"] = !content.IsPaywalled,
            ["publisher"] = new JsonObject { ["@type"] = "NewsMediaOrganization", ["name"] = content.Source.Name },
            ["provider"] = new JsonObject { ["@type"] = "Organization", ["name"] = siteName },
        };
        Add(data, "alternativeHeadline", content.Subtitle);
        Add(data, "correction", content.Correction);
        Add(data, "description", Teaser.TextOf(article));
        Add(data, "dateModified", content.ModifiedAt is { } modified ? Instants.WithOffset(modified) : null);
        Add(data, "articleSection", content.Section ?? analysis.Section);
        Add(data, "isBasedOn", Links.Outside(content.Url));
        Add(data, "image", Links.Outside(content.Image));
        Add(data, "author", content.Authors.Select(JsonNode (name) => new JsonObject { ["@type"] = "Person", ["name"] = name }));
        Add(data, "keywords", content.Tags.Concat(analysis.KeyPhrases).Distinct(StringComparer.OrdinalIgnoreCase).Select(JsonNode (word) => JsonValue.Create(word)));
        Add(data, "mentions", analysis.Entities.Take(MostMentions).Select(Mention));
        return data;
    }

    private static JsonNode Mention(Entity entity)
    {
        var mention = new JsonObject
        {
            ["@type"] = entity.Type switch { "PER" => "Person", "ORG" => "Organization", _ => "Place" },
            ["name"] = entity.Name,
        };
        Add(mention, "sameAs", WikidataAddress.Of(entity.Id));
        return mention;
    }

    private static void Add(JsonObject data, string name, string? value)
    {
        if (value is not null)
        {
            data[name] = value;
        }
    }

    private static void Add(JsonObject data, string name, IEnumerable<JsonNode> values)
    {
        var all = new JsonArray([.. values]);
        if (all.Count > 0)
        {
            data[name] = all;
        }
    }
}
