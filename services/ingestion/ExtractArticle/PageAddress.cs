using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Makes a page's addresses absolute: its base element, else its own address; what is not http(s) is no address.</summary>
internal sealed class PageAddress
{
    private const int MaxLength = 2_048;

    private readonly Uri? _base;

    /// <summary>The page's own address as given; null when unknown.</summary>
    public string? Page { get; }

    public PageAddress(IDocument document, Uri? pageUri)
    {
        Page = pageUri?.AbsoluteUri;
        var declared = document.QuerySelector("base[href]")?.GetAttribute("href");
        _base = Resolve(declared, pageUri) is { } resolved ? new Uri(resolved) : pageUri;
    }

    public string? Absolute(string? address) => Resolve(address, _base);

    private static string? Resolve(string? address, Uri? from)
    {
        var text = address?.Trim();
        if (string.IsNullOrEmpty(text) || text.Length > MaxLength || text[0] == '#')
            return null;

        var found = from is null
            ? Uri.TryCreate(text, UriKind.Absolute, out var uri)
            : Uri.TryCreate(from, text, out uri);
        return found && uri is { Scheme: "http" or "https" } ? uri.AbsoluteUri : null;
    }
}
