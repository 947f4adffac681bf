using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests;

/// <summary>The README's first command on a folder and port of the test's own.</summary>
internal sealed class StandaloneRun : IAsyncDisposable
{
    public const string Key = "the-key-of-this-test";

    private StandaloneRun(ServiceProcess process, PlatformApi api, int port)
    {
        Process = process;
        Api = api;
        Port = port;
    }

    public ServiceProcess Process { get; }

    public PlatformApi Api { get; }

    public int Port { get; }

    public static StandaloneRun Start(string folder, int port, params string[] more) => Start(folder, port, more, environment: null);

    private static StandaloneRun Start(string folder, int port, IEnumerable<string> more, IReadOnlyDictionary<string, string>? environment)
    {
        var process = ServiceProcess.Start("services/standalone", "NewsPlatform.Standalone", ["--data", folder, "--port", $"{port}", "--admin-key", Key, .. more], environment);
        return new StandaloneRun(process, new PlatformApi(new Uri($"http://127.0.0.1:{port}/"), Key), port);
    }

    /// <summary>Starts and waits until it answers.</summary>
    public static Task<StandaloneRun> StartReadyAsync(string folder, params string[] more) => StartReadyAsync(folder, environment: null, more);

    /// <summary>The same with settings by the environment.</summary>
    public static async Task<StandaloneRun> StartReadyAsync(string folder, IReadOnlyDictionary<string, string>? environment, params string[] more)
    {
        var run = Start(folder, FreePort.Next(), more, environment);
        await Eventually.BecomesAsync(run.Api.TryReadPipelineAsync, buckets => buckets.Accepted >= 0, TimeSpan.FromSeconds(60), "the platform's first answer");
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        await Process.DisposeAsync();
    }
}
