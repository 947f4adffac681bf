using System.Diagnostics;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>A small file system of its own for the services' files, which can be filled to the last byte. Needs the right to mount.</summary>
internal sealed class DataDisk : IDisposable
{
    private const int Mebibytes = 2_048;
    private const int ChunkBytes = 1024 * 1024;

    private readonly bool _isMounted;

    private DataDisk(string path, bool isMounted) => (Path, _isMounted) = (path, isMounted);

    public string Path { get; }

    /// <summary>False when nothing could be mounted: the disk then is the machine's and is never filled.</summary>
    public bool CanBeFilled => _isMounted;

    public static DataDisk Mount(string path)
    {
        Directory.CreateDirectory(path);
        return new DataDisk(path, TryRun("mount", "-t", "tmpfs", "-o", $"size={Mebibytes}m", "newsplatform-test", path));
    }

    /// <summary>Takes every free byte.</summary>
    public void Fill()
    {
        using var ballast = new FileStream(Ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var chunk = new byte[ChunkBytes];
        for (var size = chunk.Length; size > 0; size /= 2)
        {
            try
            {
                while (true)
                {
                    ballast.Write(chunk, 0, size);
                }
            }
            catch (IOException)
            {
                // Full for pieces of this size; smaller ones take the rest.
            }
        }
    }

    /// <summary>Gives the room back.</summary>
    public void Empty() => File.Delete(Ballast);

    public void Dispose()
    {
        if (_isMounted)
        {
            TryRun("umount", "-l", Path);
        }
    }

    private string Ballast => System.IO.Path.Combine(Path, "ballast");

    private static bool TryRun(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, UseShellExecute = false })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
