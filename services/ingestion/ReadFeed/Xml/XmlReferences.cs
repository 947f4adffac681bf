using System.Globalization;
using System.Text;
using AngleSharp.Html;

namespace NewsPlatform.Ingestion.ReadFeed.Xml;

/// <summary>Character and entity references, those of HTML included; what is none stays as written, a stray ampersand above all.</summary>
internal static class XmlReferences
{
    private const int LongestName = 32;

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
        >= 0x80 and <= 0x9F => Encoding.Latin1.GetBytes([(char)code]) is { } bytes ? DecodeText.Charsets.Find("windows-1252")!.GetString(bytes) : null,
        > 0 when Rune.IsValid(code) => new Rune(code).ToString(),
        _ => null,
    };
}
