using System.Text;

namespace NewsPlatform.Newsctl.CommandLine;

/// <summary>All that a command sees of the process it runs in, so that a test can give it another.</summary>
internal sealed record Surroundings : IDisposable
{
    private const int WidthOfFiles = 200;

    public required Stream Input { get; init; }

    /// <summary>UTF-8; flushed by the runner and after each streamed line.</summary>
    public required TextWriter Output { get; init; }

    public required TextWriter Error { get; init; }

    public required Func<string, string?> Environment { get; init; }

    /// <summary>Relative file names count from it.</summary>
    public required string Directory { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>True when a person looks at the output as it comes.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>Columns of a table.</summary>
    public int Width { get; init; } = WidthOfFiles;

    public static Surroundings OfProcess(Stream input, Stream output)
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.OutputEncoding = utf8;
        return new Surroundings
        {
            Input = input,
            Output = new StreamWriter(output, utf8, bufferSize: 64 * 1024),
            Error = Console.Error,
            Environment = System.Environment.GetEnvironmentVariable,
            Directory = System.Environment.CurrentDirectory,
            IsTerminal = !Console.IsOutputRedirected,
            Width = Console.IsOutputRedirected || Console.WindowWidth <= 0 ? WidthOfFiles : Console.WindowWidth,
        };
    }

    public string PathOf(string file) => Path.GetFullPath(file, Directory);

    public void Dispose() => Output.Dispose();
}
