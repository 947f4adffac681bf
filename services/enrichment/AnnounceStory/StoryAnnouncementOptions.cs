using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Enrichment.AnnounceStory;

/// <summary>How stories are announced to publishing.</summary>
public sealed class StoryAnnouncementOptions
{
    public const string Section = "StoryAnnouncements";

    /// <summary>Seconds after which a story that publishing has not answered for is announced again; doubled with each repetition, up to half an hour.</summary>
    [Range(1, 3600)]
    public double ResendAfterSeconds { get; init; } = 30;

    /// <summary>Announcements under way at a time.</summary>
    [Range(1, 10_000)]
    public int BatchSize { get; init; } = 200;
}
