namespace NewsPlatform.Newsctl.Sources;

/// <summary>What may stand at a source's address, in the API's words.</summary>
internal static class SourceKinds
{
    public const string Feed = "feed";

    /// <summary>Found by the server.</summary>
    public const string Auto = "auto";

    public static readonly string[] All = [Auto, Feed, "sitemap", "listing", "page"];
}
