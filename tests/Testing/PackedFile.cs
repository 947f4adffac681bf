using System.IO.Compression;

namespace NewsPlatform.Testing;

/// <summary>A file that an earlier version of the platform wrote, kept packed beside the tests.</summary>
public static class PackedFile
{
    /// <summary>Unpacks <c>tests/…</c> into the folder and gives its path.</summary>
    public static string Unpack(TempFolder folder, string name, params string[] packed)
    {
        var path = folder.File(name);
        using var source = new GZipStream(File.OpenRead(Repository.PathOf(["tests", .. packed])), CompressionMode.Decompress);
        using var target = File.Create(path);
        source.CopyTo(target);
        return path;
    }
}
