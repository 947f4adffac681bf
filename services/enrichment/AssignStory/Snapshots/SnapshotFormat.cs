using System.Globalization;
using System.Security.Cryptography;

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

    /// <summary>A closed story with its members in one record, whose length and ids come first: it is read when it is asked for.</summary>
    public const byte ClosedStory = 6;

    /// <summary>Bytes at the end of a part that tell whether it is what was written.</summary>
    public const int SealBytes = 8;

    /// <summary>What stands at the end of a part of these records.</summary>
    public static ReadOnlySpan<byte> SealOf(ReadOnlySpan<byte> records) => SHA256.HashData(records).AsSpan(0, SealBytes);

    /// <summary>Names the format and the settings that a replay depends on; to be raised with every change of either.</summary>
    public static string Form(StoryGroupingOptions grouping) => string.Create(CultureInfo.InvariantCulture, $"6/{grouping.WindowDays}/{grouping.CountedArticles}");
}
