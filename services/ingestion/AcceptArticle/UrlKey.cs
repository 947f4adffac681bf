namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>
/// The part of an address that names an article: host and path without scheme, default port, fragment, tracking parameters and a
/// closing slash, parameters in order of name. http and https are one address: publishers move from one to the other.
/// </summary>
internal static class UrlKey
{
    private const int MaxLength = 2_048;

    private static readonly HashSet<string> Tracking = new(StringComparer.OrdinalIgnoreCase)
    {
        "fbclid", "gclid", "gclsrc", "dclid", "gbraid", "wbraid", "yclid", "ysclid", "_openstat", "msclkid", "twclid", "ttclid", "igshid", "igsh",
        "mc_cid", "mc_eid", "mkt_tok", "cmpid", "_ga", "_gl", "xtor", "oly_anon_id", "oly_enc_id", "vero_id", "ref_src", "ref_url", "spm",
    };

    /// <summary>Null for what is no http(s) address or is longer than 2,048 characters.</summary>
    public static string? Of(Uri? address)
    {
        if (address is not { IsAbsoluteUri: true, Scheme: "http" or "https" } || address.AbsoluteUri.Length > MaxLength)
            return null;

        var port = address.IsDefaultPort ? string.Empty : $":{address.Port}";
        return $"{HostOf(address)}{port}{address.AbsolutePath.TrimEnd('/')}{Query(address.Query)}";
    }

    /// <summary>The host in lower case and ASCII, without a closing dot.</summary>
    public static string HostOf(Uri address) => AsciiHost(address).TrimEnd('.').ToLowerInvariant();

    /// <summary>True when a page may claim that its address is the other one: the same host but for www, m and amp, and not a site's root.</summary>
    public static bool IsTrustedCanonical(Uri canonical, Uri? fetched)
    {
        if (Of(canonical) is null || (canonical.AbsolutePath.Trim('/').Length == 0 && Query(canonical.Query).Length == 0))
            return false;

        return fetched is null || string.Equals(SiteOf(canonical), SiteOf(fetched), StringComparison.Ordinal);
    }

    // A host that no name rule allows stays as it is written: it leads nowhere.
    private static string AsciiHost(Uri address)
    {
        try
        {
            return address.IdnHost;
        }
        catch (UriFormatException)
        {
            return address.Host;
        }
    }

    private static string SiteOf(Uri address)
    {
        var host = HostOf(address);
        foreach (var prefix in (ReadOnlySpan<string>)["www.", "m.", "amp.", "mobile."])
        {
            if (host.StartsWith(prefix, StringComparison.Ordinal) && host.AsSpan(prefix.Length).Contains('.'))
                return $"{host[prefix.Length..]}:{address.Port}";
        }

        return $"{host}:{address.Port}";
    }

    private static string Query(string query)
    {
        var kept = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => !IsTracking(parameter.Split('=', 2)[0]))
            .Order(StringComparer.Ordinal)
            .ToList();

        return kept.Count == 0 ? string.Empty : "?" + string.Join('&', kept);
    }

    /// <summary>True for a parameter that tells where a reader came from.</summary>
    internal static bool IsTracking(string name) => name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || Tracking.Contains(name);
}
