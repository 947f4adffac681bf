using NewsPlatform.Newsctl.CommandLine;

namespace NewsPlatform.Newsctl.Offline;

/// <summary>The bytes of a named file or of standard input.</summary>
internal static class InputFile
{
    public const string StandardInput = "-";

    /// <summary>Bytes of one article, page or feed.</summary>
    public const int MaxBytes = 16 * 1024 * 1024;

    /// <exception cref="CommandFailedException">The file is not there or too large.</exception>
    public static async Task<byte[]> ReadAsync(Surroundings around, string name, CancellationToken ct)
    {
        await using var stream = Open(around, name);
        using var bytes = new MemoryStream();
        var buffer = new byte[64 * 1024];
        int count;
        while ((count = await stream.ReadAsync(buffer, ct)) > 0)
        {
            bytes.Write(buffer, 0, count);
            if (bytes.Length > MaxBytes)
            {
                throw new CommandFailedException($"{(name == StandardInput ? "The input" : name)} is larger than {MaxBytes / (1024 * 1024)} MiB.");
            }
        }

        return bytes.ToArray();
    }

    /// <exception cref="CommandFailedException">The file is not there.</exception>
    public static Stream Open(Surroundings around, string name)
    {
        if (name == StandardInput)
        {
            return around.Input;
        }

        var path = around.PathOf(name);
        return File.Exists(path)
            ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 1, useAsync: true)
            : throw new CommandFailedException($"There is no file '{name}'.");
    }
}
