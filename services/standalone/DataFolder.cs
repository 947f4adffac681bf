using System.Globalization;
using System.Security.Cryptography;
using NewsPlatform.Hosting;

namespace NewsPlatform.Standalone;

/// <summary>The key for writing.</summary>
/// <param name="Value">The secret.</param>
/// <param name="IsNew">Made just now.</param>
/// <param name="IsGiven">From the command line; not kept.</param>
internal sealed record AdminKey(string Value, bool IsNew, bool IsGiven = false);

/// <summary>The one folder of a standalone platform; locked while it runs, since two programs would send each other's articles.</summary>
internal sealed class DataFolder : IDisposable
{
    private const string KeyFile = "admin-key";
    private const string EditionPortFile = "edition-port";

    private readonly FileStream _lock;

    private DataFolder(string path, FileStream @lock)
    {
        Path = path;
        _lock = @lock;
    }

    public string Path { get; }

    /// <summary>Makes the folder when missing; <see cref="ConfigurationException"/> when it cannot be used or is in use.</summary>
    public static DataFolder Open(string folder)
    {
        var path = System.IO.Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(path);
            return new DataFolder(path, new FileStream(System.IO.Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (Exception unusable) when (unusable is IOException or UnauthorizedAccessException)
        {
            throw new ConfigurationException($"The data folder '{path}' cannot be used ({unusable.Message.TrimEnd('.')}): end the program that uses it, mend its rights, or name another with --data.", unusable);
        }
    }

    /// <summary>The key kept in the folder, made at the first start.</summary>
    public AdminKey GetOrMakeAdminKey()
    {
        if (Read(KeyFile) is { Length: > 0 } kept)
        {
            return new AdminKey(kept, IsNew: false);
        }

        var made = RandomNumberGenerator.GetHexString(40, lowercase: true);
        Write(KeyFile, made);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(FileOf(KeyFile), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return new AdminKey(made, IsNew: true);
    }

    /// <summary>
    /// The port of the sample edition's site, kept from start to start: an article's address is part of its identity, so a site that moved would be
    /// another site. Null at the first start.
    /// </summary>
    public int? EditionPort
    {
        get => int.TryParse(Read(EditionPortFile), out var port) ? port : null;
        set => Write(EditionPortFile, value!.Value.ToString(CultureInfo.InvariantCulture));
    }

    public string FileOf(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>The file that holds the key.</summary>
    public string AdminKeyFile => FileOf(KeyFile);

    public void Dispose() => _lock.Dispose();

    private string? Read(string name) => File.Exists(FileOf(name)) ? File.ReadAllText(FileOf(name)).Trim() : null;

    // Renamed into place: a kill in mid-write must not leave half a key.
    private void Write(string name, string text)
    {
        File.WriteAllText(FileOf(name) + ".new", text + "\n");
        File.Move(FileOf(name) + ".new", FileOf(name), overwrite: true);
    }
}
