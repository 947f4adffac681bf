using System.Diagnostics;
using NewsPlatform.Testing;

namespace NewsPlatform.SearchBench;

/// <summary>The platform in one process, from the Release build, on a folder that is filled already; asked through its gateway.</summary>
internal sealed class Platform : IAsyncDisposable
{
    private const string Key = "the-key-of-this-measurement";

    private readonly Process _process;

    private Platform(Process process, Uri address)
    {
        _process = process;
        Http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromMinutes(2) };
        Http.DefaultRequestHeaders.Add("X-Api-Key", Key);
    }

    public HttpClient Http { get; }

    /// <summary>Started and answering.</summary>
    public static async Task<Platform> StartAsync(string folder)
    {
        var port = FreePort.Next();
        var program = Path.Combine(Repository.PathOf("services", "standalone"), "bin", "Release", "net10.0", "NewsPlatform.Standalone.dll");
        var start = new ProcessStartInfo("dotnet", [program, "--data", folder, "--port", $"{port}", "--admin-key", Key]) { RedirectStandardOutput = true, UseShellExecute = false };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var platform = new Platform(process, new Uri($"http://127.0.0.1:{port}/"));
        await Eventually.BecomesTrueAsync(platform.AnswersAsync, TimeSpan.FromMinutes(3), "the platform");
        return platform;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            using var answer = await Http.GetAsync(new Uri("api/v1/articles?limit=1", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
