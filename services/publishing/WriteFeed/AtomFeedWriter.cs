using System.Xml;
using NewsPlatform.Publishing.Http;

namespace NewsPlatform.Publishing.WriteFeed;

/// <summary>Atom 1.0 (RFC 4287).</summary>
internal static class AtomFeedWriter
{
    public const string ContentType = "application/atom+xml; charset=utf-8";

    private const string Atom = "http://www.w3.org/2005/Atom";

    public static byte[] Write(FeedDocument feed) => XmlText.Document(writer =>
    {
        writer.WriteStartElement("feed", Atom);
        if (feed.Language is not null)
        {
            writer.WriteAttributeString("xml", "lang", null, feed.Language);
        }

        writer.Element("id", feed.SelfUrl, Atom);
        writer.Element("title", feed.Title, Atom);
        writer.Element("subtitle", feed.Description, Atom);
        WriteLink(writer, "self", feed.SelfUrl, "application/atom+xml");
        WriteLink(writer, "alternate", feed.SiteUrl, "text/html");
        if (feed.NextUrl is { } next)
        {
            WriteLink(writer, "next", next, "application/atom+xml");
        }

        if (feed.HubUrl is { } hub)
        {
            WriteLink(writer, "hub", hub, null);
        }

        // Required by the format; a feed without entries never changed.
        writer.Element("updated", Instants.Utc(feed.Updated ?? DateTimeOffset.UnixEpoch), Atom);
        foreach (var entry in feed.Entries)
        {
            WriteEntry(writer, entry);
        }

        writer.WriteEndElement();
    });

    private static void WriteEntry(XmlWriter writer, FeedEntry entry)
    {
        writer.WriteStartElement("entry", Atom);
        if (entry.Language is { } language)
        {
            writer.WriteAttributeString("xml", "lang", null, language);
        }

        writer.Element("id", entry.Id, Atom);
        writer.WriteElementString("title", Atom, entry.Title);
        WriteLink(writer, "alternate", entry.Url, "text/html");
        if (entry.OriginalUrl is { } original)
        {
            WriteLink(writer, "via", original, "text/html");
        }

        if (entry.Recording is { } recording)
        {
            WriteLink(writer, "enclosure", recording.Url, recording.Type!);
        }

        writer.Element("published", Instants.Utc(entry.Published), Atom);
        writer.Element("updated", Instants.Utc(entry.Updated), Atom);
        foreach (var author in entry.Authors.DefaultIfEmpty(entry.Source))
        {
            writer.WriteStartElement("author", Atom);
            writer.WriteElementString("name", Atom, XmlText.Clean(author));
            writer.WriteEndElement();
        }

        foreach (var category in entry.Categories)
        {
            writer.WriteStartElement("category", Atom);
            writer.WriteAttributeString("term", XmlText.Clean(category));
            writer.WriteEndElement();
        }

        writer.Element("summary", entry.Summary, Atom);
        writer.WriteStartElement("content", Atom);
        writer.WriteAttributeString("type", "html");
        writer.WriteString(XmlText.Clean(entry.ContentHtml));
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    public static void WriteLink(XmlWriter writer, string relation, string url, string? type)
    {
        writer.WriteStartElement("link", Atom);
        writer.WriteAttributeString("rel", relation);
        if (type is not null)
        {
            writer.WriteAttributeString("type", type);
        }

        writer.WriteAttributeString("href", url);
        writer.WriteEndElement();
    }
}
