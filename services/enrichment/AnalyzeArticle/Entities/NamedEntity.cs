namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities;

/// <summary>A person, organisation or place with its mentions.</summary>
internal sealed class NamedEntity
{
    /// <summary>Normal form.</summary>
    public required string Name { get; init; }

    /// <summary>One of <see cref="EntityTypes"/>.</summary>
    public required string Type { get; init; }

    /// <summary>In the order of the text.</summary>
    public required IReadOnlyList<Mention> Mentions { get; init; }

    /// <summary>What the text calls it, in the nominative; null when it does not.</summary>
    public string? Role { get; init; }

    /// <summary>Wikidata id or an id of the user's file; null when no list has it.</summary>
    public string? Id { get; init; }

    /// <summary>The other names that the text uses.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>Whether a person's given name is a woman's; null when unknown.</summary>
    public bool? Female { get; init; }
}
