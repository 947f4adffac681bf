namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Addresses in pages.</summary>
internal static class Links
{
    /// <summary>An address from outside when it is one that a reader may follow (http, https), else null: never <c>javascript:</c> and the like.</summary>
    public static string? Outside(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.AbsoluteUri : null;

    public static string Article(string id) => $"/article/{Uri.EscapeDataString(id)}";

    public static string Story(string id) => $"/story/{Uri.EscapeDataString(id)}";

    public static string Section(string name) => $"/section/{Uri.EscapeDataString(name)}";

    /// <summary>A path with those of the parameters that have a value.</summary>
    public static string WithQuery(string path, params ReadOnlySpan<(string Name, string? Value)> parameters)
    {
        var separator = '?';
        foreach (var (name, value) in parameters)
        {
            if (!string.IsNullOrEmpty(value))
            {
                path += $"{separator}{name}={Uri.EscapeDataString(value)}";
                separator = '&';
            }
        }

        return path;
    }
}
