namespace NewsPlatform.Publishing.RenderSite;

/// <summary>The names for people of those who show what articles embed.</summary>
internal static class EmbedNames
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["youtube"] = "YouTube",
        ["tiktok"] = "TikTok",
        ["vk"] = "VK",
        ["ok"] = "OK",
        ["soundcloud"] = "SoundCloud",
        ["apple-podcasts"] = "Apple Podcasts",
    };

    /// <summary>Null when nobody is known to show it.</summary>
    public static string? Of(string? provider) =>
        string.IsNullOrEmpty(provider) ? null : Names.GetValueOrDefault(provider) ?? $"{char.ToUpperInvariant(provider[0])}{provider[1..]}";
}
