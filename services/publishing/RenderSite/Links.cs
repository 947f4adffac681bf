using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Addresses in pages.</summary>
internal static class Links
{
    /// <summary>An address from outside when it is one that a reader may follow (http, https), else null: never <c>javascript:</c> and the like.</summary>
    public static string? Outside(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps) ? uri.AbsoluteUri : null;

    public static string Article(string id) => $"/article/{Uri.EscapeDataString(id)}";

    public static string Story(string id) => $"/story/{Uri.EscapeDataString(id)}";

    public static string Source(string id) => Named("/source/", id);

    /// <param name="name">Name, alias or id of a person, organisation or place.</param>
    public static string Entity(string name) => Named("/entity/", name);

    public static string Section(string name) => Named("/section/", name);

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

    /// <summary>The parameter by which lists and feeds ask for this one value: its filter, or a field of <c>q</c> where the filter would take a dash or a comma of the value for its own.</summary>
    public static (string Name, string? Value) Filter(string name, string value) =>
        ValueFilter.IsPlain(value, isList: name == "source") ? (name, value) : ("q", $"{name}:\"{value}\"");

    // A slash of the name stays one: servers do not give an escaped one back as it was.
    private static string Named(string path, string name) => path + Uri.EscapeDataString(name).Replace("%2F", "/", StringComparison.Ordinal);
}
