using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Ingestion.ArchivePages;

/// <summary>Where pages are kept as they were fetched.</summary>
internal sealed class ArchiveOptions
{
    public const string Section = "Archive";

    /// <summary>The word for no archive.</summary>
    public const string None = "none";

    /// <summary>A folder, or <c>none</c>. Empty = <c>archive</c> in <c>Storage:Path</c> with the SQLite engine, none with MongoDB.</summary>
    public string Path { get; init; } = "";

    /// <summary>Days that a file is kept; 0 = for ever.</summary>
    [Range(0, 36_500)]
    public int Days { get; init; } = 30;

    /// <summary>A file that has grown so large is followed by the next.</summary>
    [Range(1, 4_096)]
    public int MaxFileMegabytes { get; init; } = 256;

    /// <summary>All files together; the oldest go first.</summary>
    [Range(1, 100_000_000)]
    public int MaxTotalMegabytes { get; init; } = 10_240;
}
