using System.Xml;

namespace NewsPlatform.Ingestion.ReadFeed.Xml;

/// <summary>The first path: XML that keeps the rules. A document type is skipped, nothing outside the document is ever read.</summary>
internal static class StrictXml
{
    /// <summary>Null when the text is not well-formed XML.</summary>
    public static FeedElement? TryRead(string text, FeedLimits limits, Uri? documentBase)
    {
        var builder = new FeedTreeBuilder(limits, documentBase);
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            MaxCharactersFromEntities = limits.MaxCharactersFromEntities,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };

        try
        {
            using var reader = XmlReader.Create(new StringReader(text), settings);
            while (reader.Read())
            {
                Take(reader, builder);
            }

            return builder.Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static void Take(XmlReader reader, FeedTreeBuilder builder)
    {
        switch (reader.NodeType)
        {
            case XmlNodeType.Element:
                var empty = reader.IsEmptyElement;
                var (uri, prefix, name) = (reader.NamespaceURI, reader.Prefix, reader.LocalName);
                builder.Open(uri, prefix, name, Attributes(reader));
                if (empty)
                {
                    builder.Close();
                }

                break;
            case XmlNodeType.EndElement:
                builder.Close();
                break;
            case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                builder.Text(XmlReferences.MendControls(reader.Value));
                break;
        }
    }

    private static List<FeedAttribute> Attributes(XmlReader reader)
    {
        var attributes = new List<FeedAttribute>(reader.AttributeCount);
        while (reader.MoveToNextAttribute())
        {
            attributes.Add(new FeedAttribute(FeedNamespaces.KeyOf(reader.NamespaceURI, reader.Prefix, reader.LocalName), reader.Name, reader.Value));
        }

        return attributes;
    }
}
