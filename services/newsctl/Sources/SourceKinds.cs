namespace NewsPlatform.Newsctl.Sources;

/// <summary>What may stand at a source's address, in the API's words.</summary>
internal static class SourceKinds
{
    /// <summary>Found by the server.</summary>
    public const string Auto = "auto";

    public static readonly string[] All = [Auto, "feed", "sitemap", "listing", "page"];

    public static bool IsWebAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0;
}
