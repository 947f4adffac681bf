using System.Net;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.FetchSource;

/// <summary>Which addresses may be asked for, first and after a redirect.</summary>
internal static class RedirectRules
{
    public static bool IsRedirect(HttpResponseMessage response) => response.StatusCode is
        HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>301 and 308 speak of the address for good; the others of today.</summary>
    public static bool IsPermanent(HttpResponseMessage response) => response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;

    /// <summary>307 and 308 ask for the same request there; after the others a form would become a plain GET.</summary>
    public static bool KeepsForm(HttpResponseMessage response) => response.StatusCode is HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>The absolute address that the response points to; null when it points to none.</summary>
    public static Uri? Target(HttpResponseMessage response, Uri from)
    {
        var location = ResponseHeaders.Raw(response.Headers, "Location");
        return location is not null && Uri.TryCreate(from, location, out var target) ? target : null;
    }

    /// <summary>Null for an address that may be asked for.</summary>
    public static FetchFailed? Problem(Uri? address, Uri? from, int maxLength)
    {
        var prefix = from is null ? "" : $"{Shown(from)} redirects: ";
        if (address is not { IsAbsoluteUri: true, Scheme: "http" or "https" } || address.Host.Length == 0)
        {
            return new FetchFailed(FetchFailureReason.Malformed, $"{prefix}{(address is null ? "the target" : Shown(address))} is no http or https address.", Transient: false);
        }

        if (address.OriginalString.Length > maxLength)
        {
            return new FetchFailed(FetchFailureReason.Malformed, $"{prefix}the address has {address.OriginalString.Length} characters, more than the {maxLength} allowed.", Transient: false) { Limit = IngestionLimit.UrlLength };
        }

        return from?.Scheme == Uri.UriSchemeHttps && address.Scheme == Uri.UriSchemeHttp
            ? new FetchFailed(FetchFailureReason.AddressNotAllowed, $"{prefix}it leads from https to http ({Shown(address)}), which is refused.", Transient: false)
            : null;
    }

    /// <summary>An address for sentences and logs: without user, query and fragment, which may hold secrets.</summary>
    public static string Shown(Uri address)
    {
        var text = address.IsAbsoluteUri ? address.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped) : address.OriginalString;
        return text.Length <= 200 ? text : text[..200] + "…";
    }
}
