namespace NewsPlatform.Newsctl.Sources;

/// <summary>What may stand at a source's address, in the API's words.</summary>
internal static class SourceKinds
{
    public const string Feed = "feed";

    public static readonly string[] All = [Feed, "sitemap", "listing", "page"];
}
