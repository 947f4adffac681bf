namespace NewsPlatform.Ingestion.ReadFeed;

/// <summary>Makes addresses absolute.</summary>
internal static class FeedLink
{
    /// <summary>The absolute address as written where it is one; null when it cannot be made absolute.</summary>
    public static string? Resolve(string? written, Uri? baseUri)
    {
        var text = written?.Trim();
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        // A path is an absolute file address on Unix: only a scheme makes an address absolute here.
        if (HasScheme(text))
        {
            return Uri.TryCreate(text, UriKind.Absolute, out _) ? text : null;
        }

        return baseUri is { IsAbsoluteUri: true } && Uri.TryCreate(baseUri, text, out var joined) ? joined.AbsoluteUri : null;
    }

    /// <summary>True for http and https, the only addresses that can be fetched.</summary>
    public static bool IsWeb(string? address) =>
        address is not null && HasScheme(address) && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0;

    private static bool HasScheme(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(text[0]) && text.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0;
    }

    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");
}
