using NewsPlatform.Hosting.Restores;

namespace NewsPlatform.Newsctl.Backup;

/// <summary>How the databases of one storage engine are copied out and in again.</summary>
internal interface IDatabaseEngine
{
    /// <summary>Copies the service's database into files of that folder while it is in use.</summary>
    Task<ServiceBackup> BackUpAsync(string service, string folder, CancellationToken ct);

    /// <summary>Says in one sentence why a copied file is no good, beside its size and hash; null when it is good.</summary>
    Task<string?> FindDamageAsync(BackupFile file, string folder, CancellationToken ct);

    /// <summary>Throws <see cref="CommandLine.CommandFailedException"/> when the database is in use.</summary>
    Task RefuseWhileInUseAsync(string service, CancellationToken ct);

    /// <summary>Puts the copy beside the present database, marked and with a log that begins another life; nothing is replaced yet.</summary>
    /// <returns>Puts it into the present one's place, which is kept; says under which name, null when there was none.</returns>
    Task<Func<CancellationToken, Task<string?>>> PrepareRestoreAsync(ServiceBackup backup, string folder, RestoreMark mark, CancellationToken ct);
}
