using System.Xml;

namespace NewsPlatform.Publishing.WriteFeed;

/// <summary>RSS 2.0 with the content, Dublin Core, Media RSS and Atom modules.</summary>
internal static class RssFeedWriter
{
    public const string ContentType = "application/rss+xml; charset=utf-8";

    private const string FeedType = "application/rss+xml";
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Content = "http://purl.org/rss/1.0/modules/content/";
    private const string Media = "http://search.yahoo.com/mrss/";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    public static byte[] Write(FeedDocument feed) => XmlText.Document(writer =>
    {
        writer.WriteStartElement("rss");
        writer.WriteAttributeString("version", "2.0");
        writer.WriteAttributeString("xmlns", "atom", null, Atom);
        writer.WriteAttributeString("xmlns", "content", null, Content);
        writer.WriteAttributeString("xmlns", "dc", null, DublinCore);
        writer.WriteAttributeString("xmlns", "media", null, Media);
        writer.WriteStartElement("channel");
        writer.Element("title", feed.Title);
        writer.Element("link", feed.SiteUrl);
        writer.Element("description", feed.Description);
        writer.Element("language", feed.Language);
        writer.Element("lastBuildDate", feed.Updated?.UtcDateTime.ToString("R"));
        WriteLink(writer, "self", feed.SelfUrl, FeedType);
        WriteLink(writer, "next", feed.NextUrl, FeedType);
        WriteLink(writer, "hub", feed.HubUrl, null);
        foreach (var entry in feed.Entries)
        {
            WriteItem(writer, entry);
        }

        writer.WriteEndElement();
        writer.WriteEndElement();
    });

    private static void WriteItem(XmlWriter writer, FeedEntry entry)
    {
        writer.WriteStartElement("item");
        writer.Element("title", entry.Title);
        writer.Element("link", entry.Url);
        writer.WriteStartElement("guid");
        writer.WriteAttributeString("isPermaLink", "false");
        writer.WriteString(entry.Id);
        writer.WriteEndElement();
        writer.Element("pubDate", entry.Published.UtcDateTime.ToString("R"));
        writer.Element("description", entry.Summary);
        writer.Element("encoded", entry.ContentHtml, Content);
        foreach (var author in entry.Authors.DefaultIfEmpty(entry.Source))
        {
            writer.Element("creator", author, DublinCore);
        }

        foreach (var category in entry.Categories)
        {
            writer.Element("category", category);
        }

        WriteMedia(writer, entry);
        writer.WriteEndElement();
    }

    private static void WriteMedia(XmlWriter writer, FeedEntry entry)
    {
        if (entry.Image is { } image)
        {
            writer.WriteStartElement("content", Media);
            writer.WriteAttributeString("url", image);
            writer.WriteAttributeString("medium", "image");
            writer.WriteEndElement();
        }

        // RSS wants a length; 0 stands for one that nobody told.
        if (entry.Recording is { } recording)
        {
            writer.WriteStartElement("enclosure");
            writer.WriteAttributeString("url", recording.Url);
            writer.WriteAttributeString("length", (recording.Bytes ?? 0).ToString());
            writer.WriteAttributeString("type", recording.Type);
            writer.WriteEndElement();
        }
    }

    private static void WriteLink(XmlWriter writer, string relation, string? url, string? type)
    {
        if (url is null)
        {
            return;
        }

        writer.WriteStartElement("link", Atom);
        writer.WriteAttributeString("href", url);
        writer.WriteAttributeString("rel", relation);
        if (type is not null)
        {
            writer.WriteAttributeString("type", type);
        }

        writer.WriteEndElement();
    }
}
