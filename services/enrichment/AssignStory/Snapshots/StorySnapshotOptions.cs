using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Enrichment.AssignStory.Snapshots;

/// <summary>How often what the story log comes to is kept beside it.</summary>
public sealed class StorySnapshotOptions
{
    public const string Section = "StorySnapshots";

    /// <summary>Decisions after which the next snapshot is saved: at most about so many are replayed at a start.</summary>
    [Range(100, 100_000_000)]
    public int EveryDecisions { get; init; } = 50_000;
}
