using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Newsctl.Backup;

/// <summary>What a backup is, in its file <c>manifest.json</c>: written last, so that a folder with one is a whole backup.</summary>
internal sealed record BackupManifest
{
    public const string FileName = "manifest.json";

    /// <summary>The form of backups that this program writes, and the newest that it reads.</summary>
    public const int NewestFormat = 1;

    public required int Format { get; init; }

    /// <summary>When copying began: everything older is in.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    public required DateTimeOffset FinishedAt { get; init; }

    public required StorageEngine Engine { get; init; }

    public required IReadOnlyList<ServiceBackup> Services { get; init; }

    /// <summary>Files that stand beside the databases.</summary>
    public IReadOnlyList<BackupFile> Settings { get; init; } = [];
}

/// <summary>One service's database.</summary>
internal sealed record ServiceBackup
{
    public required string Service { get; init; }

    /// <summary>Version of its schema.</summary>
    public required int Schema { get; init; }

    /// <summary>Epoch of its ordered log; null when it has none.</summary>
    public string? Epoch { get; init; }

    /// <summary>The log's next position.</summary>
    public long? NextPosition { get; init; }

    public required IReadOnlyList<BackupFile> Files { get; init; }
}

/// <summary>One file of a backup.</summary>
/// <param name="Name">In the backup's folder.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Sha256">Its hash, 64 hex digits.</param>
/// <param name="Counts">Rows or documents by table or collection.</param>
internal sealed record BackupFile(string Name, long Bytes, string Sha256, IReadOnlyDictionary<string, long> Counts);
