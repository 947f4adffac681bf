using System.Globalization;

namespace NewsPlatform.Enrichment.AssignStory.Snapshots;

/// <summary>What both sides of a snapshot agree on.</summary>
internal static class SnapshotFormat
{
    /// <summary>Bytes of a part, give or take one record: one write of the store.</summary>
    public const int PartBytes = 1 << 20;

    public const byte Head = 1;
    public const byte Language = 2;
    public const byte Story = 3;
    public const byte Article = 4;
    public const byte End = 5;

    /// <summary>Names the format and the settings that a replay depends on; to be raised with every change of either.</summary>
    public static string Form(StoryGroupingOptions grouping) => string.Create(CultureInfo.InvariantCulture, $"5/{grouping.WindowDays}/{grouping.CountedArticles}");
}
