namespace NewsPlatform.Ingestion.DiscoverSource;

/// <summary>The sitemaps that a robots.txt names.</summary>
internal static class RobotsSitemaps
{
    private const string Field = "sitemap:";

    /// <summary>Absolute addresses, those of news first.</summary>
    public static IReadOnlyList<Uri> Find(string robots, Uri site) =>
    [
        .. robots.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith(Field, StringComparison.OrdinalIgnoreCase))
            .Select(line => Uri.TryCreate(site, line[Field.Length..].Split('#')[0].Trim(), out var found) ? found : null)
            .OfType<Uri>()
            .Where(address => address.Scheme is "http" or "https")
            .Distinct()
            .OrderBy(address => address.AbsolutePath.Contains("news", StringComparison.OrdinalIgnoreCase) ? 0 : 1),
    ];
}
