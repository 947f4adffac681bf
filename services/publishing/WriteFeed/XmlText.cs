using System.Text;
using System.Xml;

namespace NewsPlatform.Publishing.WriteFeed;

/// <summary>Writes XML documents as UTF-8.</summary>
internal static class XmlText
{
    /// <summary>The text without characters that no XML document may hold, not even escaped (control characters, lone surrogates).</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i]))
            {
                clean.Append(text[i]);
            }
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
            {
                clean.Append(text[i]).Append(text[++i]);
            }
        }

        return clean.ToString();
    }

    public static byte[] Document(Action<XmlWriter> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true }))
        {
            write(writer);
        }

        return buffer.ToArray();
    }

    /// <summary>An element with text; nothing when the text is null or empty.</summary>
    public static void Element(this XmlWriter writer, string name, string? text, string? ns = null)
    {
        if (Clean(text) is { Length: > 0 } clean)
        {
            writer.WriteElementString(name, ns, clean);
        }
    }
}
