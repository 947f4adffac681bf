using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace NewsPlatform.Ingestion.ReadFeed.Xml;

/// <summary>Character and entity references, those of HTML included; what is none stays as written, a stray ampersand above all.</summary>
internal static class XmlReferences
{
    private const int LongestName = 32;
    private static readonly Encoding Windows1252 = DecodeText.Charsets.Find("windows-1252")!; // part of .NET

    /// <summary>Control characters that a well-formed document spelled by the numbers of windows-1252, as what their writer meant.</summary>
    public static string MendControls(string text) =>
        text.AsSpan().IndexOfAnyInRange('\u0080', '\u009F') < 0
            ? text
            : string.Concat(text.Select(c => c is >= '\u0080' and <= '\u009F' ? Windows1252.GetString([(byte)c]) : c.ToString()));

    public static string Decode(string text)
    {
        var at = text.IndexOf('&', StringComparison.Ordinal);
        if (at < 0)
        {
            return text;
        }

        var result = new StringBuilder(text.Length);
        var copied = 0;
        while (at >= 0)
        {
            var end = text.IndexOf(';', at, Math.Min(LongestName + 1, text.Length - at));
            if (end > at + 1 && end - at <= LongestName && Resolve(text[(at + 1)..end]) is { } character)
            {
                result.Append(text, copied, at - copied).Append(character);
                copied = end + 1;
            }

            at = at + 1 < text.Length ? text.IndexOf('&', Math.Max(at + 1, copied)) : -1;
        }

        return result.Append(text, copied, text.Length - copied).ToString();
    }

    /// <summary>XML has no place for control characters but tab and line ends.</summary>
    public static string DropControls(string text) =>
        text.AsSpan().IndexOfAnyInRange('\0', '\u001F') < 0 && !text.Contains('\uFFFF', StringComparison.Ordinal)
            ? text
            : string.Concat(text.Where(c => c is >= ' ' and not '\uFFFF' or '\t' or '\n' or '\r'));

    private static string? Resolve(string name)
    {
        if (name[0] != '#')
        {
            return name == "apos" ? "'" : HtmlEntityProvider.Resolver.GetSymbol(name + ";");
        }

        var isHex = name.Length > 2 && name[1] is 'x' or 'X';
        var digits = name.AsSpan(isHex ? 2 : 1);
        var valid = int.TryParse(digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out var code);
        return valid ? Character(code) : null;
    }

    // 128 to 159 are windows-1252 in practice: writers copied the byte's number.
    private static string? Character(int code) => code switch
    {
        >= 0x80 and <= 0x9F => Windows1252.GetString([(byte)code]),
        > 0 when Rune.IsValid(code) => new Rune(code).ToString(),
        _ => null,
    };
}
