using System.Xml;
using NewsPlatform.Contracts.Sources;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.RenderSite;

namespace NewsPlatform.Publishing.WriteFeed;

/// <summary>OPML 2.0 of the feeds that the platform gives: everything, each of the seven sections, each source. A reading app takes them all in by one file.</summary>
internal static class OpmlWriter
{
    public const string ContentType = "text/x-opml; charset=utf-8";

    public static byte[] Write(IReadOnlyList<SourceReported> sources, string siteName, SiteAddress site) => Document(siteName, writer =>
    {
        Feed(writer, siteName, site, "");
        Folder(writer, "Sections", () =>
        {
            foreach (var section in Categories.All)
            {
                Feed(writer, section, site, Links.WithQuery("", ("section", section)));
            }
        });
        Folder(writer, "Sources", () =>
        {
            foreach (var source in sources)
            {
                Feed(writer, source.Name, site, Links.WithQuery("", Links.Filter("source", source.SourceId)), source.Language);
            }
        });
    });

    /// <summary>A file of outlines.</summary>
    public static byte[] Document(string title, Action<XmlWriter> outlines) => XmlText.Document(writer =>
    {
        writer.WriteStartElement("opml");
        writer.WriteAttributeString("version", "2.0");
        writer.WriteStartElement("head");
        writer.Element("title", title);
        writer.WriteEndElement();
        writer.WriteStartElement("body");
        outlines(writer);
        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    public static void Folder(XmlWriter writer, string name, Action outlines)
    {
        writer.WriteStartElement("outline");
        writer.WriteAttributeString("text", XmlText.Clean(name));
        outlines();
        writer.WriteEndElement();
    }

    /// <param name="writer">Of the file.</param>
    /// <param name="name">For people.</param>
    /// <param name="site">Where the feed is.</param>
    /// <param name="filters">Which articles, as a query string with its question mark; empty = all.</param>
    /// <param name="language">Null = not told.</param>
    public static void Feed(XmlWriter writer, string name, SiteAddress site, string filters, string? language = null)
    {
        writer.WriteStartElement("outline");
        writer.WriteAttributeString("type", "rss");
        writer.WriteAttributeString("text", XmlText.Clean(name));
        writer.WriteAttributeString("title", XmlText.Clean(name));
        writer.WriteAttributeString("xmlUrl", site.Of("/feeds/atom.xml" + filters));
        writer.WriteAttributeString("htmlUrl", site.Of((filters.Length == 0 ? "/" : "/search") + filters));
        if (language is not null)
        {
            writer.WriteAttributeString("language", language);
        }

        writer.WriteEndElement();
    }
}
