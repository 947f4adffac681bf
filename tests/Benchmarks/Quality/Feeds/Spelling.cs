using System.Text.RegularExpressions;

namespace NewsPlatform.QualityBench.Feeds;

/// <summary>Spells what is the same in both worlds as the set spells it: names of charsets, the order of a drawing's attributes.</summary>
internal static partial class Spelling
{
    // A charset that was guessed bears the name that the set's guesser gives it.
    private static readonly Dictionary<string, string> Guessed = new()
    {
        ["koi8-r"] = "KOI8-R", ["shift_jis"] = "SHIFT_JIS", ["windows-874"] = "TIS-620", ["big5"] = "Big5", ["euc-jp"] = "EUC-JP", ["euc-kr"] = "EUC-KR", ["gb2312"] = "GB2312",
    };

    public static string Charset(string name, bool isWellFormed) => (isWellFormed ? null : Guessed.GetValueOrDefault(name)) ?? name.ToLowerInvariant() switch
    {
        "utf-16" => "utf-16le",
        "utf-32" => "utf-32le",
        var plain => plain,
    };

    /// <summary>Attributes inside svg in the order of the alphabet.</summary>
    public static string Markup(string value) =>
        value.Contains("<svg", StringComparison.Ordinal)
            ? StartTag().Replace(value, tag => $"<{tag.Groups["name"].Value}{string.Concat(Attribute().Matches(tag.Groups["attributes"].Value).Select(found => found.Value).OrderBy(attribute => attribute[..attribute.IndexOf('=', StringComparison.Ordinal)], StringComparer.Ordinal))}{tag.Groups["end"].Value}")
            : value;

    [GeneratedRegex("<(?<name>[a-zA-Z]+)(?<attributes>( [a-zA-Z:-]+=\"[^\"]*\")+)(?<end> ?/?>)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StartTag();

    [GeneratedRegex(" [a-zA-Z:-]+=\"[^\"]*\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Attribute();
}
