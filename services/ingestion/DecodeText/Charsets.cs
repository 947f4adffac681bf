using System.Collections.Frozen;
using System.Text;

namespace NewsPlatform.Ingestion.DecodeText;

/// <summary>Finds encodings by the names that servers and documents give them.</summary>
internal static class Charsets
{
    private static readonly EncodingProvider CodePages = CodePagesEncodingProvider.Instance;

    // Names that .NET does not know or that stand for a wider set in practice (WHATWG Encoding).
    private static readonly FrozenDictionary<string, string> Aliases = new Dictionary<string, string>
    {
        ["utf8"] = "utf-8", ["utf-16"] = "utf-16le", ["utf16"] = "utf-16le", ["unicode"] = "utf-16le", ["ucs-2"] = "utf-16le",
        ["ascii"] = "us-ascii", ["latin1"] = "iso-8859-1", ["latin-1"] = "iso-8859-1", ["cp1251"] = "windows-1251", ["win-1251"] = "windows-1251",
        ["windows1251"] = "windows-1251", ["win1251"] = "windows-1251", ["cp-1251"] = "windows-1251", ["x-cp1251"] = "windows-1251", ["1251"] = "windows-1251",
        ["cp1252"] = "windows-1252", ["koi8"] = "koi8-r", ["koi8r"] = "koi8-r", ["koi8u"] = "koi8-u", ["cp866"] = "ibm866", ["866"] = "ibm866",
        ["gb2312"] = "gb18030", ["gbk"] = "gb18030", ["x-gbk"] = "gb18030", ["x-sjis"] = "shift_jis", ["sjis"] = "shift_jis", ["tis-620"] = "windows-874",
    }.ToFrozenDictionary();

    /// <summary>The encoding of that name, lenient with bytes it cannot read; null for an unknown name.</summary>
    public static Encoding? Find(string? name)
    {
        var key = name?.Trim().Trim('"', '\'', ';').Trim().ToLowerInvariant() ?? "";
        key = Aliases.GetValueOrDefault(key, key);

        // utf-7 hides markup from filters and no news site serves it.
        return key is "" or "utf-7" ? null : CodePages.GetEncoding(key) ?? Known(key);
    }

    /// <summary>What the bytes say under that name: text labelled Latin-1 or ASCII is windows-1252 in practice (WHATWG Encoding).</summary>
    public static Encoding ForReading(Encoding declared) =>
        declared.WebName is "iso-8859-1" or "us-ascii" ? Find("windows-1252")! : declared;

    private static Encoding? Known(string key)
    {
        try
        {
            return Encoding.GetEncoding(key);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
