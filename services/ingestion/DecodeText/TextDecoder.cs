using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace NewsPlatform.Ingestion.DecodeText;

/// <summary>Turns bytes into text: byte order mark, content type, the document's own declaration, and the bytes themselves where those are wrong.</summary>
internal static partial class TextDecoder
{
    private const int DeclarationWindow = 4096;

    /// <summary>XML: the default is UTF-8, but ASCII for text types (RFC 3023), which matters only to the charset's name.</summary>
    public static DecodedText Xml(byte[] body, string? contentType)
    {
        var prolog = Prolog(body);
        var isTextType = contentType?.TrimStart().StartsWith("text/", StringComparison.OrdinalIgnoreCase) == true;
        var byType = CharsetOf(contentType) ?? (isTextType && Ascii.IsValid(body) ? Encoding.ASCII : null);
        return Decode(body, byType ?? prolog, prolog);
    }

    /// <summary>HTML: the content type wins over the first meta element.</summary>
    public static DecodedText Html(byte[] body, string? contentType) =>
        Decode(body, CharsetOf(contentType) ?? Meta(body), Meta(body));

    /// <summary>Text without a declaration of its own, as JSON and plain text.</summary>
    public static DecodedText Plain(byte[] body, string? contentType) => Decode(body, CharsetOf(contentType), second: null);

    private static DecodedText Decode(byte[] body, Encoding? declared, Encoding? second)
    {
        if (ByteMarks.Find(body) is { } mark)
        {
            return new DecodedText(mark.Encoding.GetString(body, mark.Length, body.Length - mark.Length), mark.Encoding.WebName, Declared: true);
        }

        var wide = declared?.WebName.StartsWith("utf-16", StringComparison.Ordinal) == true || declared?.WebName.StartsWith("utf-32", StringComparison.Ordinal) == true;
        var first = wide ? null : declared; // no zero bytes at the start: whoever declared UTF-16 did not look
        if (first is { WebName: not "utf-8" } && !(first.IsSingleByte && HasUtf8(body)) && Reads(first, body))
        {
            return new DecodedText(Charsets.ForReading(first).GetString(body), first.WebName, Declared: true);
        }

        if (Utf8.IsValid(body) || MostlyUtf8(body, declared))
        {
            return new DecodedText(Encoding.UTF8.GetString(body), "utf-8", declared is null or { WebName: "utf-8" });
        }

        var other = second is { WebName: not "utf-8" } && Reads(second, body) ? second : CharsetGuess.Guess(body);
        return new DecodedText(Charsets.ForReading(other).GetString(body), other.WebName, Declared: false);
    }

    private static bool HasUtf8(byte[] body) => Utf8.IsValid(body) && !Ascii.IsValid(body);

    private static bool Reads(Encoding encoding, byte[] body)
    {
        if (encoding.IsSingleByte)
        {
            return true;
        }

        var text = encoding.GetString(body);
        return text.Count(c => c == '\uFFFD') * 50 <= text.Length;
    }

    // A cut character or a foreign snippet does not make a document Latin-1.
    private static bool MostlyUtf8(byte[] body, Encoding? declared)
    {
        var text = Encoding.UTF8.GetString(body);
        var broken = text.Count(c => c == '\uFFFD');
        var foreign = text.Count(c => c > 0x7F);
        return broken * (declared is null ? 20 : 10) < foreign;
    }

    /// <summary>The charset parameter of a content type; null when absent or unknown.</summary>
    private static Encoding? CharsetOf(string? contentType) =>
        contentType is not null && CharsetParameter().Match(contentType) is { Success: true } match ? Charsets.Find(match.Groups["name"].Value) : null;

    private static Encoding? Prolog(byte[] body) =>
        XmlDeclaration().Match(Head(body)) is { Success: true } match ? Charsets.Find(match.Groups["name"].Value) : null;

    private static Encoding? Meta(byte[] body) =>
        MetaElement().Match(Head(body)) is { Success: true } match ? Charsets.Find(match.Groups["name"].Value) : Prolog(body);

    private static string Head(byte[] body) => Encoding.Latin1.GetString(body, 0, Math.Min(body.Length, DeclarationWindow));

    [GeneratedRegex(@"charset\s*=\s*[""']?\s*(?<name>[\w\-:.]{1,40})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex CharsetParameter();

    [GeneratedRegex(@"^\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*[""'](?<name>[\w\-:.]{1,40})[""']", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex(@"<meta\s[^>]{0,300}?charset\s*=\s*[""']?\s*(?<name>[\w\-:.]{1,40})", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex MetaElement();
}
