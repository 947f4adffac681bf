using System.Text.Json;
using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>The JSON-LD of a page: finds the node that describes the article and reads its values in all the shapes that publishers use.</summary>
internal sealed class JsonLd
{
    private const int MaxDepth = 12;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
        MaxDepth = 64,
    };

    private static readonly HashSet<string> ArticleTypes = new(StringComparer.OrdinalIgnoreCase)
    {
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle",
        "ReviewNewsArticle", "AdvertiserContentArticle", "BlogPosting", "LiveBlogPosting", "Report", "ScholarlyArticle", "TechArticle",
        "SocialMediaPosting", "Review", "VideoObject", "PodcastEpisode",
    };

    private static readonly string[] Containers = ["@graph", "mainEntity", "mainEntityOfPage", "hasPart", "author", "publisher"];

    private static readonly string[] TextMembers = ["name", "@value", "headline", "text", "url"];

    private static readonly string[] AddressMembers = ["url", "contentUrl", "@id"];

    private readonly Dictionary<string, JsonElement> _byId = [];
    private readonly List<JsonElement> _nodes = [];

    private JsonLd()
    {
    }

    /// <summary>The best article node of the page; null when there is none.</summary>
    public JsonElement? Article { get; private set; }

    /// <summary>Sections named by the page's breadcrumbs, outermost first.</summary>
    public IReadOnlyList<string> Breadcrumbs { get; private set; } = [];

    public static JsonLd Read(PageIndex page)
    {
        var found = new JsonLd();
        foreach (var script in page.Named("script").Where(script => script.GetAttribute("type")?.Contains("ld+json", StringComparison.OrdinalIgnoreCase) == true))
        {
            if (LenientJson.TryParse(script.TextContent, Lenient) is { } root)
                found.Collect(root, 0);
        }

        var best = found._nodes.Where(IsArticle).OrderByDescending(Weight).FirstOrDefault();
        found.Article = best.ValueKind == JsonValueKind.Object ? best : null;
        found.Breadcrumbs = found.ReadBreadcrumbs();
        return found;
    }

    /// <summary>The first text under the name, wherever it hides: a string, an object's name or value, the first of an array.</summary>
    public string? Text(string name) => Article is { } node && node.TryGetProperty(name, out var value) ? TextOf(value, 0) : null;

    /// <summary>Every text under the name, for members that may be lists.</summary>
    public IEnumerable<string> Texts(string name)
    {
        if (Article is not { } node || !node.TryGetProperty(name, out var value))
            return [];

        return value.ValueKind == JsonValueKind.Array
            ? value.EnumerateArray().Select(item => TextOf(item, 0)).OfType<string>()
            : TextOf(value, 0) is { } text ? [text] : [];
    }

    /// <summary>The first text under the name of the page itself, which stands for the article where none is described.</summary>
    public string? TextOfPage(string name) =>
        _nodes.Find(node => TypesOf(node).Contains("WebPage") && node.TryGetProperty(name, out _)) is { ValueKind: JsonValueKind.Object } page && page.TryGetProperty(name, out var value) ? TextOf(value, 0) : null;

    /// <summary>The first address under the name.</summary>
    public string? Address(string name) => Article is { } node && node.TryGetProperty(name, out var value) ? AddressOf(value, 0) : null;

    private static bool IsArticle(JsonElement node) => TypesOf(node).Any(ArticleTypes.Contains);

    // A news type before any other, a node with a body or a headline before a bare mention of another article.
    private static int Weight(JsonElement node)
    {
        var weight = TypesOf(node).Any(type => type.Contains("Article", StringComparison.OrdinalIgnoreCase)) ? 8 : 0;
        weight += TypesOf(node).Any(type => type is "VideoObject" or "PodcastEpisode" or "Review") ? -8 : 0;
        weight += node.TryGetProperty("articleBody", out _) ? 4 : 0;
        weight += node.TryGetProperty("datePublished", out _) ? 2 : 0;
        return weight + (node.TryGetProperty("headline", out _) ? 3 : 0);
    }

    private static IEnumerable<string> TypesOf(JsonElement node)
    {
        if (!node.TryGetProperty("@type", out var type))
            return [];

        return type.ValueKind switch
        {
            JsonValueKind.String => [ShortName(LenientJson.StringOf(type))],
            JsonValueKind.Array => type.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => ShortName(LenientJson.StringOf(item))),
            _ => [],
        };
    }

    private static string ShortName(string? type) => (type ?? string.Empty).Split('/', ':')[^1];

    private void Collect(JsonElement element, int depth)
    {
        if (depth > MaxDepth)
            return;

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
                Collect(item, depth + 1);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            CollectObject(element, depth);
        }
    }

    private void CollectObject(JsonElement element, int depth)
    {
        _nodes.Add(element);
        if (element.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String && element.EnumerateObject().Count() > 1)
            _byId.TryAdd(LenientJson.StringOf(id) ?? string.Empty, element);

        foreach (var name in Containers)
        {
            if (element.TryGetProperty(name, out var inner))
                Collect(inner, depth + 1);
        }
    }

    private string? TextOf(JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return PageText.NullIfEmpty(LenientJson.StringOf(value));
            case JsonValueKind.Array when depth < MaxDepth:
                return value.EnumerateArray().Select(item => TextOf(item, depth + 1)).FirstOrDefault(text => text is not null);
            case JsonValueKind.Object when depth < MaxDepth:
                var node = Dereference(value);
                return TextMembers
                    .Select(name => node.TryGetProperty(name, out var inner) ? TextOf(inner, depth + 1) : null)
                    .FirstOrDefault(text => text is not null);
            default:
                return null;
        }
    }

    private string? AddressOf(JsonElement value, int depth)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return LenientJson.StringOf(value);
            case JsonValueKind.Array when depth < MaxDepth:
                return value.EnumerateArray().Select(item => AddressOf(item, depth + 1)).FirstOrDefault(text => text is not null);
            case JsonValueKind.Object when depth < MaxDepth:
                var node = Dereference(value);
                return AddressMembers
                    .Select(name => node.TryGetProperty(name, out var inner) ? AddressOf(inner, depth + 1) : null)
                    .FirstOrDefault(text => text is not null);
            default:
                return null;
        }
    }

    private JsonElement Dereference(JsonElement node) =>
        !node.TryGetProperty("name", out _) && node.TryGetProperty("@id", out var id) && id.ValueKind == JsonValueKind.String
            && _byId.TryGetValue(LenientJson.StringOf(id) ?? string.Empty, out var target) ? target : node;

    private List<string> ReadBreadcrumbs()
    {
        var list = _nodes.FirstOrDefault(node => TypesOf(node).Contains("BreadcrumbList"));
        if (list.ValueKind != JsonValueKind.Object || !list.TryGetProperty("itemListElement", out var items) || items.ValueKind != JsonValueKind.Array)
            return [];

        return [.. items.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Object && !item.TryGetProperty("name", out _) && item.TryGetProperty("item", out var inner)
            ? TextOf(inner, 0) : TextOf(item, 0)).OfType<string>()];
    }
}
