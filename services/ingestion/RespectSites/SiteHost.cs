using System.Net;
using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.RespectSites;

/// <summary>Whose machine an address is on: the registrable host, which one owner has with all its subdomains.</summary>
internal static class SiteHost
{
    // What countries register names under besides themselves; a name missing here only makes several owners share their pauses.
    private static readonly HashSet<string> UnderCountries = new(StringComparer.Ordinal)
    {
        "ac", "co", "com", "edu", "gob", "gov", "go", "gr", "in", "info", "ltd", "me", "mil", "ne", "net", "nhs", "nom", "or", "org", "plc", "pp", "sch",
        "cherkassy", "chernigov", "crimea", "dn", "dp", "if", "kh", "kharkiv", "kharkov", "kherson", "kiev", "km", "kr", "kyiv", "lg", "lviv", "mk", "msk", "nov", "od",
        "odesa", "odessa", "pl", "poltava", "rv", "spb", "sumy", "te", "ternopil", "uz", "vinnica", "vn", "volyn", "zp", "zt",
    };

    /// <summary>Lower case; an address in figures is its own owner.</summary>
    public static string Of(Uri address)
    {
        var host = UrlKey.HostOf(address);
        if (IPAddress.TryParse(host, out _))
            return host;

        var labels = host.Split('.');
        var isUnderCountry = labels.Length > 2 && labels[^1].Length == 2 && UnderCountries.Contains(labels[^2]);
        return string.Join('.', labels[^Math.Min(labels.Length, isUnderCountry ? 3 : 2)..]);
    }

    /// <summary>This machine itself, which nobody needs to be polite to.</summary>
    public static bool IsThisMachine(Uri address) => address.IsLoopback || UrlKey.HostOf(address).EndsWith(".localhost", StringComparison.Ordinal);
}
