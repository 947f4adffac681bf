using System.Security.Cryptography;
using System.Text.Json;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Backup;

/// <summary>The files of a backup's folder.</summary>
internal static class BackupFiles
{
    private static readonly JsonSerializerOptions Readable = new(JsonDefaults.Options) { WriteIndented = true };

    /// <summary>Brings the file to the disk and measures it.</summary>
    public static async Task<BackupFile> DescribeAsync(string folder, string name, IReadOnlyDictionary<string, long> counts, CancellationToken ct)
    {
        var path = Path.Combine(folder, name);
        Flush(path);
        return new BackupFile(name, new FileInfo(path).Length, await HashAsync(path, ct), counts);
    }

    /// <summary>What was written is on the disk when this returns.</summary>
    public static void Flush(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        file.Flush(flushToDisk: true);
    }

    public static async Task WriteManifestAsync(string folder, BackupManifest manifest, CancellationToken ct)
    {
        var path = Path.Combine(folder, BackupManifest.FileName);
        await File.WriteAllBytesAsync(path, JsonSerializer.SerializeToUtf8Bytes(manifest, Readable), ct);
        Flush(path);
    }

    /// <exception cref="CommandFailedException">The folder holds no backup that this program can read.</exception>
    public static async Task<BackupManifest> ReadManifestAsync(string folder, CancellationToken ct)
    {
        var path = Path.Combine(folder, BackupManifest.FileName);
        if (!File.Exists(path))
        {
            throw new CommandFailedException($"'{folder}' holds no backup: there is no {BackupManifest.FileName} in it.");
        }

        try
        {
            var manifest = JsonSerializer.Deserialize<BackupManifest>(await File.ReadAllBytesAsync(path, ct), JsonDefaults.Options)!;
            return manifest.Format <= BackupManifest.NewestFormat
                ? manifest
                : throw new CommandFailedException($"'{path}' is of form {manifest.Format}, this program reads up to {BackupManifest.NewestFormat}: use the newsctl that wrote it, or a newer one.");
        }
        catch (JsonException unreadable)
        {
            throw new CommandFailedException($"'{path}' is no manifest of a backup ({unreadable.Message.TrimEnd('.')}): use another backup.", unreadable);
        }
    }

    /// <exception cref="CommandFailedException">A file is missing, or is not the one that was written.</exception>
    public static async Task VerifyAsync(string folder, BackupFile file, CancellationToken ct)
    {
        var path = Path.Combine(folder, file.Name);
        if (!File.Exists(path))
        {
            throw new CommandFailedException($"'{path}' is missing from the backup: use another one.");
        }

        var bytes = new FileInfo(path).Length;
        if (bytes != file.Bytes || await HashAsync(path, ct) != file.Sha256)
        {
            throw new CommandFailedException($"'{path}' is not the file that was written ({bytes} bytes of {file.Bytes}, or another hash): use another backup.");
        }
    }

    private static async Task<string> HashAsync(string path, CancellationToken ct)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 1024 * 1024, useAsync: true);
        return Convert.ToHexStringLower(await SHA256.HashDataAsync(file, ct));
    }
}
