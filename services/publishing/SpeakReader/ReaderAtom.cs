using System.Xml;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.WriteFeed;
using XmlText = NewsPlatform.Publishing.WriteFeed.XmlText;

namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>A stream as Atom 1.0 with Google Reader's marks in it, for apps that read feeds of the server as they read any feed.</summary>
internal static class ReaderAtom
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string Reader = "http://www.google.com/schemas/reader/atom/";
    private const string States = "http://www.google.com/reader/";

    public static IResult Write(ReaderContents contents) => new TaggedContent(
        XmlText.Document(writer =>
        {
            writer.WriteStartElement("feed", Atom);
            writer.WriteAttributeString("xmlns", "gr", null, Reader);
            writer.Element("id", $"tag:google.com,2005:reader/{contents.Id}", Atom);
            writer.Element("title", contents.Title, Atom);
            writer.Element("updated", TimeOf(contents.Updated), Atom);
            writer.Element("continuation", contents.Continuation, Reader);
            foreach (var item in contents.Items)
            {
                Write(writer, item);
            }

            writer.WriteEndElement();
        }),
        AtomFeedWriter.ContentType);

    private static void Write(XmlWriter writer, ReaderItem item)
    {
        writer.WriteStartElement("entry", Atom);
        writer.WriteAttributeString("crawl-timestamp-msec", Reader, item.CrawlTimeMsec);
        writer.Element("id", item.Id, Atom);
        writer.WriteElementString("title", Atom, item.Title);
        writer.Element("published", TimeOf(item.Published), Atom);
        writer.Element("updated", TimeOf(item.Updated), Atom);
        writer.WriteStartElement("author", Atom);
        writer.WriteElementString("name", Atom, XmlText.Clean(item.Author));
        writer.WriteEndElement();
        foreach (var link in item.Alternate)
        {
            AtomFeedWriter.WriteLink(writer, "alternate", link.Href, link.Type);
        }

        foreach (var enclosure in item.Enclosure)
        {
            AtomFeedWriter.WriteLink(writer, "enclosure", enclosure.Href, enclosure.Type);
        }

        foreach (var category in item.Categories)
        {
            writer.WriteStartElement("category", Atom);
            writer.WriteAttributeString("term", XmlText.Clean(category));
            writer.WriteAttributeString("scheme", States);
            writer.WriteAttributeString("label", XmlText.Clean(category[(category.LastIndexOf('/') + 1)..]));
            writer.WriteEndElement();
        }

        writer.WriteStartElement("content", Atom);
        writer.WriteAttributeString("type", "html");
        writer.WriteString(XmlText.Clean(item.Summary.Content));
        writer.WriteEndElement();
        writer.WriteStartElement("source", Atom);
        writer.WriteAttributeString("stream-id", Reader, item.Origin.StreamId);
        writer.Element("id", $"tag:google.com,2005:reader/{item.Origin.StreamId}", Atom);
        writer.Element("title", item.Origin.Title, Atom);
        writer.WriteEndElement();
        writer.WriteEndElement();
    }

    private static string TimeOf(long seconds) => Instants.Utc(DateTimeOffset.FromUnixTimeSeconds(seconds));
}
