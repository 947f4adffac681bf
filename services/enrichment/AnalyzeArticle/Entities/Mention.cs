namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>A name in the text, before mentions of the same thing are joined.</summary>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index of its last word.</param>
/// <param name="Type">One of <see cref="EntityTypes"/>.</param>
/// <param name="Name">Normal form where a list knows it; null when it is to be guessed.</param>
internal sealed record Mention(int First, int Last, string Type, string? Name = null)
{
    public int Count => Last - First + 1;
}

/// <summary>The closed set of entity types.</summary>
internal static class EntityTypes
{
    public const string Person = "PER";
    public const string Organisation = "ORG";
    public const string Place = "LOC";
}
