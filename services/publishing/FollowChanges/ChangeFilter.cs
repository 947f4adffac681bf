namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>How an entry stands to a filter.</summary>
internal enum ChangeMatch
{
    None,
    Passes,

    /// <summary>What it is about passed before and does not any more.</summary>
    Leaves,
}

/// <summary>
/// A part of the news: every condition given must hold, each by one of its values; upper and lower case are one. By labels only, never by
/// words: an entry's labels stay when its article goes, so that its withdrawal is told to whoever was told of it.
/// </summary>
internal sealed record ChangeFilter
{
    public IReadOnlySet<string> Types { get; init; } = Set([]);
    public IReadOnlySet<string> Languages { get; init; } = Set([]);
    public IReadOnlySet<string> Sources { get; init; } = Set([]);
    public IReadOnlySet<string> Sections { get; init; } = Set([]);
    public IReadOnlySet<string> Entities { get; init; } = Set([]);
    public IReadOnlySet<string> Stories { get; init; } = Set([]);

    public static IReadOnlySet<string> Set(IEnumerable<string> values) => values.ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>An entry of version 0.1, which has no labels, passes every condition but that of types: better told once too often.</summary>
    public ChangeMatch Test(Change change)
    {
        if (Types.Count > 0 && !Types.Contains(change.Entry.Kind))
        {
            return ChangeMatch.None;
        }

        if (change.About is not { } about || Holds(about.Labels))
        {
            return ChangeMatch.Passes;
        }

        return about.IsBeforeUnknown || (about.Before is { } before && Holds(before)) ? ChangeMatch.Leaves : ChangeMatch.None;
    }

    private bool Holds(ChangeLabels labels) =>
        Holds(Languages, labels.Language)
        && Holds(Sources, labels.Source)
        && Holds(Stories, labels.StoryId)
        && (Sections.Count == 0 || labels.Sections.Any(Sections.Contains))
        && (Entities.Count == 0 || labels.Entities.Any(Entities.Contains));

    private static bool Holds(IReadOnlySet<string> values, string? value) => values.Count == 0 || (value is not null && values.Contains(value));
}
