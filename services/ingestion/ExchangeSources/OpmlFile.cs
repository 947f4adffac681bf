using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using NewsPlatform.Ingestion.ManageSources;

namespace NewsPlatform.Ingestion.ExchangeSources;

/// <summary>OPML 2.0, the subscription list of feed readers: an outline with <c>xmlUrl</c> is a source, the outline around it is its section.</summary>
public static class OpmlFile
{
    private const string Feed = "feed";
    private const int MaxCharacters = 16 * 1024 * 1024;

    // What OPML has no word for; other readers pass over it.
    private static readonly XNamespace Own = "urn:newsplatform:opml";

    /// <summary>The sources as a document, in a folder for each category or section.</summary>
    public static string Write(IEnumerable<SourceInput> sources, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(sources);
        var body = new XElement("body");
        foreach (var section in sources.GroupBy(source => source.Category ?? source.Section ?? ""))
        {
            var outlines = section.Select(Outline);
            body.Add(section.Key.Length == 0 ? outlines : new XElement("outline", new XAttribute("text", section.Key), new XAttribute("title", section.Key), outlines));
        }

        var head = new XElement("head", new XElement("title", "NewsPlatform sources"), new XElement("dateCreated", now.ToString("r", CultureInfo.InvariantCulture)));
        var opml = new XElement("opml", new XAttribute("version", "2.0"), new XAttribute(XNamespace.Xmlns + "newsplatform", Own.NamespaceName), head, body);
        return $"""<?xml version="1.0" encoding="utf-8"?>{"\n"}{opml}{"\n"}""";
    }

    /// <exception cref="SourceFileException">The text is no OPML.</exception>
    public static IReadOnlyList<SourceInput> Read(string text)
    {
        try
        {
            using var reader = XmlReader.Create(
                new StringReader(text),
                new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersInDocument = MaxCharacters });
            var root = XDocument.Load(reader).Root;
            return root?.Name.LocalName == "opml" && root.Element("body") is { } body
                ? [.. body.Descendants("outline").Where(outline => Value(outline, "xmlUrl") is not null).Select(Source)]
                : throw new SourceFileException("The file is no OPML: its root must be 'opml' with a 'body'.");
        }
        catch (XmlException broken)
        {
            throw new SourceFileException($"The file is no OPML: {broken.Message}", broken);
        }
    }

    private static XElement Outline(SourceInput source) => new(
        "outline",
        new XAttribute("type", "rss"),
        new XAttribute("text", source.Name ?? source.Url ?? ""),
        new XAttribute("title", source.Name ?? source.Url ?? ""),
        new XAttribute("xmlUrl", source.Url ?? ""),
        source.Language is { } language ? new XAttribute("language", language) : null,
        source.Kind is { } kind && !string.Equals(kind, Feed, StringComparison.OrdinalIgnoreCase) ? new XAttribute(Own + "kind", kind.ToLowerInvariant()) : null,
        source.IntervalMinutes is { } minutes ? new XAttribute(Own + "intervalMinutes", minutes) : null,
        source.Category is not null ? new XAttribute(Own + "section", source.Section ?? "") : null,
        source.Country is { } country ? new XAttribute(Own + "country", country) : null,
        source.TimeZone is { } zone ? new XAttribute(Own + "timeZone", zone) : null,
        source.Credential is { } credential ? new XAttribute(Own + "credential", credential) : null);

    private static SourceInput Source(XElement outline)
    {
        var folder = outline.Parent is { Name.LocalName: "outline" } around ? Value(around, "title") ?? Value(around, "text") : Category(outline);

        // The folder is the section, unless the outline has a section beside it.
        var hasBoth = outline.Attribute(Own + "section") is not null;
        return new SourceInput(
            Name: Value(outline, "title") ?? Value(outline, "text"),
            Kind: Value(outline, Own + "kind") ?? Feed,
            Url: Value(outline, "xmlUrl"),
            Language: Value(outline, "language"),
            Section: hasBoth ? Value(outline, Own + "section") : folder,
            IntervalMinutes: int.TryParse(Value(outline, Own + "intervalMinutes"), CultureInfo.InvariantCulture, out var minutes) ? minutes : null,
            Country: Value(outline, Own + "country"),
            Category: hasBoth ? folder : null,
            Credential: Value(outline, Own + "credential"),
            TimeZone: Value(outline, Own + "timeZone"));
    }

    // "/Politics/Europe,/World": the first path's last step.
    private static string? Category(XElement outline) =>
        Value(outline, "category")?.Split(',')[0].Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).LastOrDefault();

    private static string? Value(XElement outline, XName name) => outline.Attribute(name)?.Value.Trim() is { Length: > 0 } value ? value : null;
}
