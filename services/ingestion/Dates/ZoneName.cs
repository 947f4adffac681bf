using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPlatform.Ingestion.Dates;

/// <summary>Offsets from UTC as numbers or by the names that RFC 822 and newsrooms use.</summary>
internal static partial class ZoneName
{
    private static readonly FrozenDictionary<string, double> Hours = new Dictionary<string, double>
    {
        ["z"] = 0, ["ut"] = 0, ["utc"] = 0, ["gmt"] = 0, ["wet"] = 0, ["west"] = 1, ["bst"] = 1, ["cet"] = 1, ["cest"] = 2, ["mez"] = 1, ["mesz"] = 2,
        ["eet"] = 2, ["eest"] = 3, ["msk"] = 3, ["мск"] = 3, ["ist"] = 5.5, ["jst"] = 9, ["kst"] = 9, ["aest"] = 10, ["aedt"] = 11,
        ["ast"] = -4, ["adt"] = -3, ["est"] = -5, ["edt"] = -4, ["et"] = -5, ["cst"] = -6, ["cdt"] = -5, ["ct"] = -6,
        ["mst"] = -7, ["mdt"] = -6, ["mt"] = -7, ["pst"] = -8, ["pdt"] = -7, ["pt"] = -8,
    }.ToFrozenDictionary();

    /// <summary>Reads the zone at the start of the text and cuts it off; null when there is none.</summary>
    public static TimeSpan? TryTake(ref string text)
    {
        var match = Shape().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var offset = match.Groups["sign"].Success ? Numeric(match) : Named(match.Groups["name"].Value);
        if (offset is not null)
        {
            text = text[match.Length..];
        }

        return offset;
    }

    private static TimeSpan? Numeric(Match match)
    {
        var hours = int.Parse(match.Groups["h"].ValueSpan, CultureInfo.InvariantCulture);
        var minutes = match.Groups["min"] is { Success: true } digits ? int.Parse(digits.ValueSpan, CultureInfo.InvariantCulture) : 0;
        var offset = new TimeSpan(hours, minutes, 0);

        // .NET and the real world end at 14 hours; a wilder offset is a writer's slip and counts as none.
        return offset > TimeSpan.FromHours(14) || minutes > 59 ? null : match.Groups["sign"].Value == "+" ? offset : -offset;
    }

    private static TimeSpan? Named(string name) => Hours.TryGetValue(name, out var hours) ? TimeSpan.FromHours(hours) : null;

    [GeneratedRegex(
        @"^\s?\(?(?:(?:(?:utc|gmt|ut)\s?)?(?<sign>[+\-−])(?<h>[0-9]{1,2}):?(?<min>[0-9][0-9])?(?![0-9])|(?:etc/)?(?<name>\p{L}{1,4})\b)\)?",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: PatternPatience.Milliseconds)]
    private static partial Regex Shape();
}
