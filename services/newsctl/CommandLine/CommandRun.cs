using System.CommandLine;
using NewsPlatform.Newsctl.Connect;
using NewsPlatform.Newsctl.Output;

namespace NewsPlatform.Newsctl.CommandLine;

/// <summary>One invocation of one command: its arguments and what it works with.</summary>
internal sealed class CommandRun(Surroundings around, GlobalOptions options, ParseResult arguments) : IDisposable
{
    private PlatformClient? _platform;

    public Surroundings Around { get; } = around;

    /// <summary>True when the output is for machines.</summary>
    public bool Json { get; } = arguments.GetValue(options.Json);

    public Screen Screen { get; } = new(around);

    /// <summary>The platform; chosen at the first use, so that offline commands need no server.</summary>
    public PlatformClient Platform => _platform ??= new PlatformClient(new PlatformConnection(
        ServerChoice.Make(arguments.GetValue(options.Server), arguments.GetValue(options.Key), Around)));

    public T? Get<T>(Option<T> option) => arguments.GetValue(option);

    public T? Get<T>(Argument<T> argument) => arguments.GetValue(argument);

    /// <summary>The value of an argument that the parser guarantees.</summary>
    public T Need<T>(Argument<T> argument) => arguments.GetRequiredValue(argument);

    public void Dispose() => _platform?.Dispose();
}
