namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>By what an entry of the change log is filtered.</summary>
/// <param name="Language">ISO 639-1 code or <c>und</c>.</param>
/// <param name="Source">The source's id; null for a story.</param>
/// <param name="Sections">As printed, and the category.</param>
/// <param name="Entities">Normal forms of the persons, organisations and places named, at most <see cref="MaximumEntities"/>.</param>
/// <param name="StoryId">Null while no story decision was known.</param>
internal sealed record ChangeLabels(string? Language, string? Source, IReadOnlyList<string> Sections, IReadOnlyList<string> Entities, string? StoryId)
{
    /// <summary>Bounds an entry: an article that names more is a list of names.</summary>
    public const int MaximumEntities = 50;
}
