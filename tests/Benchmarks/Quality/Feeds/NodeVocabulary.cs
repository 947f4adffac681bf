using System.Globalization;
using System.Text.Json.Nodes;
using NewsPlatform.Ingestion.Dates;
using NewsPlatform.Ingestion.ReadFeed.Syndication;

namespace NewsPlatform.QualityBench.Feeds;

/// <summary>A feed, an entry or an entry's source in the set's words; what is absent is left out.</summary>
internal static class NodeVocabulary
{
    public static JsonObject Of(WireNode node, bool isEntry)
    {
        var said = new JsonObject();
        Text(said, "title", node.Title);
        Text(said, isEntry ? "summary" : "subtitle", node.Summary);
        Text(said, "info", node.Info);
        Text(said, "rights", node.Rights);
        if (node.Contents.Count > 0)
            said["content"] = new JsonArray([.. node.Contents.Select(Detail)]);
        if (isEntry && node.Summary is null && node.Contents.Count > 0)
            Text(said, "summary", node.Contents[0]);

        Put(said, "id", node.Id);
        Put(said, "language", node.Language);
        Links(said, node, isEntry);
        PersonVocabulary.Write(said, node);
        Dates(said, node);
        if (node.Categories.Count > 0)
            said["tags"] = new JsonArray([.. node.Categories.Select(category => Object(("term", category.Term), ("scheme", category.Scheme), ("label", category.Label)))]);
        if (node.Generator is { } generator)
        {
            Put(said, "generator", generator.Name);
            said["generator_detail"] = Object(("name", generator.Name), ("href", generator.Address), ("url", generator.Address), ("version", generator.Version));
        }

        if (node.Image is { } image)
            said["image"] = Picture(image);
        if (node.Source is { } source)
            said["source"] = Of(source, isEntry: false);
        Others(said, node);
        return said;
    }

    public static void Put(JsonObject said, string name, string? value)
    {
        if (value is not null)
            said[name] = value;
    }

    public static JsonObject Object(params ReadOnlySpan<(string Name, string? Value)> members)
    {
        var said = new JsonObject();
        foreach (var (name, value) in members)
            Put(said, name, value);
        return said;
    }

    private static void Text(JsonObject said, string name, WireText? text)
    {
        if (text is null)
            return;

        said[name] = Spelling.Markup(text.Value);
        said[name + "_detail"] = Detail(text);
    }

    private static JsonObject Detail(WireText text) => Object(("value", Spelling.Markup(text.Value)), ("type", text.Type), ("language", text.Language), ("base", text.Base ?? string.Empty), ("src", text.Source));

    private static void Links(JsonObject said, WireNode node, bool isEntry)
    {
        var link = node.Links.FirstOrDefault(link => link.Rel == "alternate")?.Href ?? (isEntry && node.IdIsLink ? node.Id : null);
        Put(said, "link", link);
        if (isEntry && node.Id is not null)
            said["guidislink"] = node.IdIsLink && node.Links.All(other => other.Rel != "alternate");
        if (node.Links.Count > 0)
        {
            said["links"] = new JsonArray([.. node.Links.Select(other =>
                Object(("rel", other.Rel), ("href", other.Href), ("type", other.Type ?? (other.Rel == "self" ? "application/atom+xml" : null)), ("title", other.Title), ("hreflang", other.Language), ("length", other.Length)))]);
        }
    }

    private static void Dates(JsonObject said, WireNode node)
    {
        foreach (var (name, written) in node.Dates)
        {
            said[name] = written;
            if (NewsDates.TryParse(written, out var date))
                said[name + "_parsed"] = date.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        }
    }

    private static JsonObject Picture(WireImage image)
    {
        var said = Object(("href", image.Address), ("title", image.Title), ("link", image.Link));
        if (image.Width is { } width)
            said["width"] = width;
        if (image.Height is { } height)
            said["height"] = height;
        return said;
    }

    private static void Others(JsonObject said, WireNode node)
    {
        foreach (var (key, value) in node.Values)
        {
            var name = key.TrimStart('?', ':').Replace(':', '_');
            if (said.ContainsKey(name))
                continue;

            said[name] = name switch
            {
                "itunes_block" => value.Equals("yes", StringComparison.OrdinalIgnoreCase) ? 1 : 0,
                "itunes_explicit" => value.ToUpperInvariant() switch { "YES" or "TRUE" => true, "CLEAN" or "NO" or "FALSE" => false, _ => null },
                _ => value,
            };
        }
    }
}
