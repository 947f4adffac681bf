using Microsoft.AspNetCore.Http.Extensions;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Under which address the reader came, for links that must be absolute.</summary>
internal sealed record SiteAddress(string Root, string PathAndQuery)
{
    /// <summary>The request's own absolute address.</summary>
    public string Self => Root + PathAndQuery;

    /// <summary>From the configuration, else from the request (the gateway keeps the host and tells the scheme).</summary>
    public static SiteAddress Of(HttpRequest request, PublishingOptions options)
    {
        var pathAndQuery = UriHelper.BuildRelative(request.PathBase, request.Path, request.QueryString);
        if (options.PublicUrl.Length > 0)
        {
            return new SiteAddress(options.PublicUrl.TrimEnd('/'), pathAndQuery);
        }

        var forwarded = request.Headers["X-Forwarded-Proto"].ToString();
        var scheme = forwarded is "https" or "http" ? forwarded : request.Scheme;
        return new SiteAddress($"{scheme}://{request.Host.ToUriComponent()}", pathAndQuery);
    }

    /// <summary>The absolute address of a path on this site.</summary>
    public string Of(string path) => Root + path;

    /// <summary>The request's own address with one parameter set.</summary>
    public string SelfWith(string name, string value) => Root + PathWith(name, value);

    /// <summary>The request's own path and query with one parameter set.</summary>
    public string PathWith(string name, string value)
    {
        var parts = PathAndQuery.Split('?', 2);
        var others = parts.Length == 1 ? [] : parts[1].Split('&', StringSplitOptions.RemoveEmptyEntries).Where(pair => !pair.StartsWith(name + '=', StringComparison.Ordinal));
        return $"{parts[0]}?{string.Join('&', others.Append($"{name}={Uri.EscapeDataString(value)}"))}";
    }
}
