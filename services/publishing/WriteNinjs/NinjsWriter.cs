using System.Text.Json.Nodes;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.WriteJsonLd;

namespace NewsPlatform.Publishing.WriteNinjs;

/// <summary>An article as an item of IPTC's ninjs 3.1, for editorial systems.</summary>
internal static class NinjsWriter
{
    public const string ContentType = "application/ninjs+json; charset=utf-8";

    private const string MediaTopics = "http://cv.iptc.org/newscodes/mediatopic/";
    private const string TopicPrefix = "medtop:";

    /// <param name="article">A visible one, with its body.</param>
    /// <param name="page">Its page here.</param>
    public static JsonObject Of(PublishedArticle article, string page)
    {
        var (content, analysis) = (article.Content, article.Analysis);
        var item = new JsonObject
        {
            ["uri"] = $"urn:newsplatform:article:{article.ArticleId}",
            ["standard"] = new JsonObject { ["name"] = "ninjs", ["version"] = "3.1" },
            ["type"] = "text",
            ["representationType"] = "full",
            ["version"] = article.Revision.ToString(),
            ["firstCreated"] = Instants.WithOffset(content.FirstSeenAt),
            ["versionCreated"] = Instants.WithOffset(content.ModifiedAt ?? content.PublishedAt ?? content.FirstSeenAt),
            ["contentCreated"] = Instants.WithOffset(content.PublishedAt ?? content.FirstSeenAt),
            ["pubStatus"] = "usable",
            ["language"] = analysis.Language,
            ["by"] = content.Authors.Count == 0 ? null : string.Join(", ", content.Authors),
            ["located"] = content.Place?.Name,
            ["headlines"] = Values(("main", content.Title), ("subtitle", content.Subtitle)).OrNull(),
            ["descriptions"] = Values(("summary", Teaser.TextOf(article)), ("correction", content.Correction)).OrNull(),
            ["bodies"] = Bodies(content),
            ["people"] = Named(analysis, "PER").OrNull(),
            ["organisations"] = Named(analysis, "ORG").OrNull(),
            ["places"] = Named(analysis, "LOC").OrNull(),
            ["subjects"] = Subjects(content, analysis).OrNull(),
            ["infoSources"] = new JsonArray(new JsonObject { ["name"] = content.Source.Name, ["role"] = "publisher" }),
            ["associations"] = Associations(content, article.ArticleId).OrNull(),
            ["altIds"] = AltIds(article, page).OrNull(),
        };
        return item.WithoutNulls();
    }

    private static JsonArray Values(params IEnumerable<(string Role, string? Value)> values) =>
        [.. values.Where(one => one.Value is not null).Select(one => new JsonObject { ["role"] = one.Role, ["contentType"] = "text/plain", ["value"] = one.Value })];

    private static JsonArray Bodies(ArticleContent content)
    {
        var text = content.Text();
        return
        [
            new JsonObject { ["role"] = "main", ["contentType"] = "text/html", ["value"] = BlockMarkup.Of(content.Body).ToString() },
            new JsonObject { ["role"] = "plain", ["contentType"] = "text/plain", ["charCount"] = text.Length, ["wordCount"] = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length, ["value"] = text },
        ];
    }

    private static JsonArray Named(ArticleAnalysis analysis, string type) =>
        [.. analysis.Entities.Where(entity => entity.Type == type).Select(entity => WithUri(new JsonObject { ["name"] = entity.Name, ["rel"] = "mentions" }, entity.Id))];

    // A user's gazetteer may have ids of its own, which are no addresses.
    private static JsonObject WithUri(JsonObject named, string? id)
    {
        if (WikidataAddress.Of(id) is { } address)
        {
            named["uri"] = address;
        }
        else if (id is not null)
        {
            named["literal"] = id;
        }

        return named;
    }

    private static JsonArray Subjects(ArticleContent content, ArticleAnalysis analysis)
    {
        var section = content.Section is { } printed ? [new JsonObject { ["name"] = printed, ["rel"] = "section" }] : Array.Empty<JsonObject>();
        var topics = analysis.Topics.Select(topic => new JsonObject { ["name"] = topic.Name, ["rel"] = "about", ["uri"] = MediaTopics + topic.Id.Replace(TopicPrefix, "", StringComparison.Ordinal) });
        return [.. section, .. topics, .. content.Tags.Select(tag => new JsonObject { ["name"] = tag, ["rel"] = "keyword" })];
    }

    private static JsonArray Associations(ArticleContent content, string id)
    {
        var associations = new JsonArray();
        if (Links.Outside(content.Image) is { } picture)
        {
            associations.Add(Association("picture", $"urn:newsplatform:article:{id}:picture", new JsonObject { ["name"] = "main", ["href"] = picture }));
        }

        if (content.Recording is { } recording && Links.Outside(recording.Url) is { } sound)
        {
            var rendition = new JsonObject
            {
                ["name"] = "main",
                ["href"] = sound,
                ["contentType"] = recording.Type,
                ["sizeInBytes"] = recording.Bytes,
                ["duration"] = recording.DurationSeconds,
            }.WithoutNulls();
            associations.Add(Association(recording.Type?.StartsWith("video/", StringComparison.Ordinal) == true ? "video" : "audio", $"urn:newsplatform:article:{id}:recording", rendition));
        }

        return associations;
    }

    private static JsonObject Association(string type, string uri, JsonObject rendition) => new() { ["name"] = type, ["type"] = type, ["uri"] = uri, ["renditions"] = new JsonArray(rendition) };

    private static JsonArray AltIds(PublishedArticle article, string page)
    {
        (string Role, string? Value)[] ids = [("original", Links.Outside(article.Content.Url)), ("page", page), ("story", article.StoryId)];
        return [.. ids.Where(id => id.Value is not null).Select(id => new JsonObject { ["role"] = id.Role, ["value"] = id.Value })];
    }
}
