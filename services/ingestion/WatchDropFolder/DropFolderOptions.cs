using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Ingestion.WatchDropFolder;

/// <summary>A folder whose files are taken in as articles.</summary>
internal sealed class DropFolderOptions
{
    public const string Section = "DropFolder";

    /// <summary>Empty = none. A folder in it gives its name to the publisher of the files in it.</summary>
    public string Path { get; init; } = "";

    /// <summary>Seconds between two looks; a file is taken when two looks in a row found it the same.</summary>
    [Range(0.1, 3_600)]
    public double LookSeconds { get; init; } = 2;

    /// <summary>Files taken at one look; the others wait for the next.</summary>
    [Range(1, 10_000)]
    public int FilesPerLook { get; init; } = 200;
}
