namespace NewsPlatform.Publishing.IndexArticles;

/// <summary>The seven categories that news is sorted into.</summary>
internal static class Categories
{
    /// <summary>That of an article, or a source, of which none is known.</summary>
    public const string General = "general";

    /// <summary>In the order of the alphabet.</summary>
    public static IReadOnlyList<string> All { get; } = ["business", "entertainment", General, "health", "science", "sports", "technology"];
}
