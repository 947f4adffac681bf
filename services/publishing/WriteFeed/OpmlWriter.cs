using System.Xml;
using NewsPlatform.Contracts.Sources;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.RenderSite;

namespace NewsPlatform.Publishing.WriteFeed;

/// <summary>OPML 2.0 of the feeds that the platform gives: everything, each of the seven sections, each source. A reading app takes them all in by one file.</summary>
internal static class OpmlWriter
{
    public const string ContentType = "text/x-opml; charset=utf-8";

    public static byte[] Write(IReadOnlyList<SourceReported> sources, string siteName, SiteAddress site) => XmlText.Document(writer =>
    {
        writer.WriteStartElement("opml");
        writer.WriteAttributeString("version", "2.0");
        writer.WriteStartElement("head");
        writer.Element("title", siteName);
        writer.WriteEndElement();
        writer.WriteStartElement("body");
        Feed(writer, siteName, site, ("section", null));
        Folder(writer, "Sections", () =>
        {
            foreach (var section in Categories.All)
            {
                Feed(writer, section, site, ("section", section));
            }
        });
        Folder(writer, "Sources", () =>
        {
            foreach (var source in sources)
            {
                Feed(writer, source.Name, site, Links.Filter("source", source.SourceId), source.Language);
            }
        });
        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    private static void Folder(XmlWriter writer, string name, Action outlines)
    {
        writer.WriteStartElement("outline");
        writer.WriteAttributeString("text", name);
        outlines();
        writer.WriteEndElement();
    }

    private static void Feed(XmlWriter writer, string name, SiteAddress site, (string Name, string? Value) filter, string? language = null)
    {
        writer.WriteStartElement("outline");
        writer.WriteAttributeString("type", "rss");
        writer.WriteAttributeString("text", XmlText.Clean(name));
        writer.WriteAttributeString("title", XmlText.Clean(name));
        writer.WriteAttributeString("xmlUrl", site.Of(Links.WithQuery("/feeds/atom.xml", filter)));
        writer.WriteAttributeString("htmlUrl", site.Of(Links.WithQuery(filter.Value is null ? "/" : "/search", filter)));
        if (language is not null)
        {
            writer.WriteAttributeString("language", language);
        }

        writer.WriteEndElement();
    }
}
