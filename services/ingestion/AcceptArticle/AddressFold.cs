using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>
/// Brings the prints of one article to one address: www, mobile, AMP and print hosts, paths and parameters, campaign parameters, index files.
/// Sites differ in these manners, so that what only a fold brings together counts while the contents are like each other.
/// </summary>
internal static partial class AddressFold
{
    private static readonly string[] PrintHosts = ["www.", "m.", "mobile.", "mobi.", "amp.", "wap.", "touch.", "print.", "www2.", "www3."];

    private static readonly HashSet<string> PrintSegments = new(StringComparer.OrdinalIgnoreCase) { "amp", "print", "printable", "printview", "mobile" };

    private static readonly HashSet<string> IndexFiles = new(StringComparer.OrdinalIgnoreCase) { "index.html", "index.htm", "index.php", "index.shtml", "default.aspx", "default.asp" };

    private static readonly HashSet<string> Campaigns = new(StringComparer.OrdinalIgnoreCase)
    {
        "ocid", "cmp", "ito", "smid", "smtyp", "partner", "soc_src", "soc_trk", "tblci", "wt_mc", "wt.mc_id", "trk", "s_cid", "guccounter", "__twitter_impression",
        "yptr", "nr_email_referer", "mod", "share", "sharetype", "taid", "cvid", "campaign_id", "emailid", "rss", "utm", "_hsenc", "_hsmi", "__s", "mibextid", "srsltid", "si",
    };

    private static readonly string[] CampaignPrefixes = ["utm_", "at_", "ns_", "pk_", "mtm_", "matomo_", "piwik_", "hsa_", "guce_", "__cf_", "fb_", "ga_"];

    // Of a print: the same article for another screen.
    private static readonly HashSet<string> PrintParameters = new(StringComparer.OrdinalIgnoreCase) { "amp", "_amp", "print", "printable", "print_version", "printversion", "mobile", "m", "isprint" };

    private static readonly HashSet<string> PrintValues = new(StringComparer.OrdinalIgnoreCase) { "amp", "amphtml", "print", "printable", "mobile" };

    private static readonly HashSet<string> ViewParameters = new(StringComparer.OrdinalIgnoreCase) { "output", "outputtype", "view", "format", "version", "theme", "mode", "type" };

    // A word for where the reader comes from, not for what is read.
    private static readonly HashSet<string> Origins = new(StringComparer.OrdinalIgnoreCase) { "from", "ref", "referrer", "src", "source", "via", "r" };

    private static readonly HashSet<string> OriginWords = new(StringComparer.OrdinalIgnoreCase)
    {
        "rss", "feed", "atom", "twitter", "x", "facebook", "fb", "telegram", "tg", "viber", "whatsapp", "vk", "ok", "mail", "email", "newsletter", "push", "main", "home", "google", "yandex", "bing", "amp", "mobile", "search", "social", "share",
    };

    /// <summary>Null for what is no web address.</summary>
    public static string? KeyOf(Uri? address)
    {
        if (UrlKey.Of(address) is null)
            return null;

        var plain = WithoutCache(address!); // a key has an address
        var port = plain.IsDefaultPort ? string.Empty : $":{plain.Port}";
        return $"{SiteOf(plain)}{port}{PathOf(plain)}{QueryOf(plain)}";
    }

    /// <summary>The host without what only names a print of the site.</summary>
    public static string SiteOf(Uri address)
    {
        var host = UrlKey.HostOf(address);
        while (PrintHosts.FirstOrDefault(prefix => host.StartsWith(prefix, StringComparison.Ordinal) && host.AsSpan(prefix.Length).Contains('.')) is { } print)
            host = host[print.Length..];

        return host;
    }

    /// <summary>
    /// The publisher's number of the article where its address shows one (<c>/news/1234567-some-words</c>, <c>/some-words-1234567.html</c>,
    /// <c>/1234567/some-words</c>): it stays when the words of the address change. Null when there is none; a date is none.
    /// </summary>
    public static string? NumberOf(Uri? address)
    {
        if (UrlKey.Of(address) is null)
            return null;

        var segments = PathOf(WithoutCache(address!)).Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0)
            return null;

        var last = Extension().Replace(segments[^1], string.Empty);
        var number = Leading().Match(last) is { Success: true } leading ? leading.Groups["number"].Value
            : Trailing().Match(last) is { Success: true } trailing ? trailing.Groups["number"].Value
            : segments.Length > 1 && Whole().IsMatch(segments[^2]) ? segments[^2]
            : null;
        return number is null || IsDate(number) ? null : $"{SiteOf(address!)}/{number}";
    }

    // Caches that keep a site's AMP pages under an address of their own.
    private static Uri WithoutCache(Uri address)
    {
        var host = UrlKey.HostOf(address);
        var isCache = host.EndsWith(".cdn.ampproject.org", StringComparison.Ordinal) || (host.StartsWith("www.google.", StringComparison.Ordinal) && address.AbsolutePath.StartsWith("/amp/", StringComparison.Ordinal));
        return isCache && CachedPath().Match(address.AbsolutePath) is { Success: true } cached && Uri.TryCreate("https://" + cached.Groups["rest"].Value + address.Query, UriKind.Absolute, out var original)
            ? original
            : address;
    }

    private static string PathOf(Uri address)
    {
        var segments = address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (segments.Count > 0 && IndexFiles.Contains(segments[^1]))
            segments.RemoveAt(segments.Count - 1);

        if (segments.Count > 1 && PrintSegments.Contains(segments[^1]))
            segments.RemoveAt(segments.Count - 1);

        if (segments.Count > 1 && PrintSegments.Contains(segments[0]))
            segments.RemoveAt(0);

        if (segments.Count > 0)
            segments[^1] = PrintName().Replace(segments[^1], "${extension}");

        return string.Concat(segments.Select(segment => "/" + segment));
    }

    private static string QueryOf(Uri address)
    {
        var kept = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !IsNoise(parameter.Split('=', 2)))
            .Order(StringComparer.Ordinal)
            .ToList();

        return kept.Count == 0 ? string.Empty : "?" + string.Join('&', kept);
    }

    private static bool IsNoise(string[] parameter)
    {
        var (name, value) = (parameter[0], parameter.Length > 1 ? parameter[1] : string.Empty);
        return UrlKey.IsTracking(name)
            || Campaigns.Contains(name)
            || CampaignPrefixes.Any(prefix => name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            || (PrintParameters.Contains(name) && value is "" or "1" or "true" or "y" or "yes" or "on")
            || (ViewParameters.Contains(name) && PrintValues.Contains(value))
            || (Origins.Contains(name) && OriginWords.Contains(value));
    }

    private static bool IsDate(string number) =>
        (number.Length == 8 && DateOnly.TryParseExact(number, ["yyyyMMdd", "ddMMyyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
        || (number.Length == 4 && number[0] is '1' or '2');

    [GeneratedRegex(@"\.(html?|shtml|php|aspx?|jsp|amp)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternPatience.Milliseconds)]
    private static partial Regex Extension();

    [GeneratedRegex(@"^(?<letters>[a-z]{0,3})(?<number>[0-9]{4,12})($|[-_])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternPatience.Milliseconds)]
    private static partial Regex Leading();

    [GeneratedRegex(@"[-_](id|art|[a-z])?(?<number>[0-9]{5,12})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternPatience.Milliseconds)]
    private static partial Regex Trailing();

    [GeneratedRegex(@"^[0-9]{5,12}$", RegexOptions.CultureInvariant, PatternPatience.Milliseconds)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^/(amp/)?(c/|v/)?(s/)?(?<rest>[^/]+\.[^/]+/.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternPatience.Milliseconds)]
    private static partial Regex CachedPath();

    [GeneratedRegex(@"([._-](amp|print))(?<extension>\.(html?|php|aspx?))$|\.(amp|print)(?<extension>)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, PatternPatience.Milliseconds)]
    private static partial Regex PrintName();
}
