using System.Collections.Frozen;

namespace NewsPlatform.Ingestion.ManageSources;

/// <summary>The clock on a source's wall, for times that its pages print without a zone: its own setting, else that of its country where there is but one.</summary>
internal static class SourceZone
{
    // ISO 3166 to IANA. Countries with more than one clock on their mainland (RU, US, CA, AU, BR, MX, ID, CD, MN …) are left out: a guess would look like knowledge.
    private static readonly FrozenDictionary<string, string> OfCountry = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["UA"] = "Europe/Kyiv", ["BY"] = "Europe/Minsk", ["MD"] = "Europe/Chisinau", ["GE"] = "Asia/Tbilisi", ["AM"] = "Asia/Yerevan", ["AZ"] = "Asia/Baku", ["KZ"] = "Asia/Almaty",
        ["KG"] = "Asia/Bishkek", ["TJ"] = "Asia/Dushanbe", ["TM"] = "Asia/Ashgabat", ["UZ"] = "Asia/Tashkent", ["EE"] = "Europe/Tallinn", ["LV"] = "Europe/Riga", ["LT"] = "Europe/Vilnius",
        ["PL"] = "Europe/Warsaw", ["CZ"] = "Europe/Prague", ["SK"] = "Europe/Bratislava", ["HU"] = "Europe/Budapest", ["RO"] = "Europe/Bucharest", ["BG"] = "Europe/Sofia", ["RS"] = "Europe/Belgrade",
        ["HR"] = "Europe/Zagreb", ["SI"] = "Europe/Ljubljana", ["BA"] = "Europe/Sarajevo", ["ME"] = "Europe/Podgorica", ["MK"] = "Europe/Skopje", ["AL"] = "Europe/Tirane", ["GR"] = "Europe/Athens",
        ["CY"] = "Asia/Nicosia", ["TR"] = "Europe/Istanbul", ["DE"] = "Europe/Berlin", ["AT"] = "Europe/Vienna", ["CH"] = "Europe/Zurich", ["LI"] = "Europe/Vaduz", ["FR"] = "Europe/Paris",
        ["BE"] = "Europe/Brussels", ["NL"] = "Europe/Amsterdam", ["LU"] = "Europe/Luxembourg", ["IT"] = "Europe/Rome", ["SM"] = "Europe/San_Marino", ["VA"] = "Europe/Vatican", ["MT"] = "Europe/Malta",
        ["GB"] = "Europe/London", ["IE"] = "Europe/Dublin", ["IS"] = "Atlantic/Reykjavik", ["DK"] = "Europe/Copenhagen", ["SE"] = "Europe/Stockholm", ["NO"] = "Europe/Oslo", ["FI"] = "Europe/Helsinki",
        ["IL"] = "Asia/Jerusalem", ["JO"] = "Asia/Amman", ["LB"] = "Asia/Beirut", ["SY"] = "Asia/Damascus", ["IQ"] = "Asia/Baghdad", ["IR"] = "Asia/Tehran", ["SA"] = "Asia/Riyadh", ["AE"] = "Asia/Dubai",
        ["QA"] = "Asia/Qatar", ["KW"] = "Asia/Kuwait", ["EG"] = "Africa/Cairo", ["MA"] = "Africa/Casablanca", ["DZ"] = "Africa/Algiers", ["TN"] = "Africa/Tunis", ["NG"] = "Africa/Lagos", ["KE"] = "Africa/Nairobi",
        ["ET"] = "Africa/Addis_Ababa", ["ZA"] = "Africa/Johannesburg", ["GH"] = "Africa/Accra", ["PK"] = "Asia/Karachi", ["IN"] = "Asia/Kolkata", ["BD"] = "Asia/Dhaka", ["NP"] = "Asia/Kathmandu",
        ["LK"] = "Asia/Colombo", ["AF"] = "Asia/Kabul", ["TH"] = "Asia/Bangkok", ["VN"] = "Asia/Ho_Chi_Minh", ["MY"] = "Asia/Kuala_Lumpur", ["SG"] = "Asia/Singapore", ["PH"] = "Asia/Manila",
        ["CN"] = "Asia/Shanghai", ["HK"] = "Asia/Hong_Kong", ["TW"] = "Asia/Taipei", ["JP"] = "Asia/Tokyo", ["KR"] = "Asia/Seoul", ["AR"] = "America/Argentina/Buenos_Aires", ["UY"] = "America/Montevideo",
        ["PE"] = "America/Lima", ["CO"] = "America/Bogota", ["VE"] = "America/Caracas", ["BO"] = "America/La_Paz",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>Null when neither tells: such times then count as UTC, and say that their zone is not known.</summary>
    /// <param name="timeZone">IANA name.</param>
    /// <param name="country">ISO 3166 code.</param>
    public static TimeZoneInfo? Of(string? timeZone, string? country) =>
        Find(timeZone) ?? (country is not null && OfCountry.TryGetValue(country, out var name) ? Find(name) : null);

    public static TimeZoneInfo? Of(Source source) => Of(source.TimeZone, source.Country);

    /// <summary>Null for a name that is no IANA zone, or one that this machine does not know.</summary>
    public static TimeZoneInfo? Find(string? timeZone) => timeZone is not null && TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone) ? zone : null;
}
