using System.Diagnostics;
using NewsPlatform.Testing;

namespace NewsPlatform.PushLoad;

/// <summary>The platform that is measured: started here from the Release build, or one that runs already.</summary>
internal sealed class PlatformUnderLoad : IAsyncDisposable
{
    private const string OwnKey = "the-key-of-this-load";

    private readonly List<Process> _started = [];
    private readonly Dictionary<string, int> _pids = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _peaks = new(StringComparer.Ordinal);
    private readonly TempFolder _folder = new();
    private RabbitMqServer? _broker;

    private PlatformUnderLoad(Uri address, string key)
    {
        Address = address;
        Key = key;
    }

    public Uri Address { get; private set; }

    public string Key { get; }

    /// <summary>The most memory (resident, bytes) that each process had so far.</summary>
    public IReadOnlyDictionary<string, long> Peaks => _peaks;

    public static async Task<PlatformUnderLoad> OfAsync(LoadOptions options)
    {
        var platform = new PlatformUnderLoad(options.Url, options.Start is null ? options.Key : OwnKey);
        foreach (var pid in options.Pids)
        {
            platform._pids[$"process {pid}"] = pid;
        }

        if (options.Start == "standalone")
        {
            var port = FreePort.Next();
            platform.Address = new Uri($"http://127.0.0.1:{port}/");
            platform.Start("standalone", "services/standalone", "NewsPlatform.Standalone", ["--data", platform._folder.Path, "--port", $"{port}", "--admin-key", OwnKey], []);
        }
        else if (options.Start == "processes")
        {
            await platform.StartProcessesAsync();
        }

        return platform;
    }

    /// <summary>Reads the processes' peaks from the kernel's own books.</summary>
    public void Sample()
    {
        foreach (var (name, pid) in _pids)
        {
            var peak = File.ReadLines($"/proc/{pid}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
            if (peak is not null)
            {
                _peaks[name] = long.Parse(peak.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1]) * 1_024;
            }
        }
    }

    /// <summary>Waits until the door and all behind it answer.</summary>
    public async Task AnswersAsync(HttpClient http) =>
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                try
                {
                    using var pipeline = await http.GetAsync(new Uri("api/v1/pipeline", UriKind.Relative));
                    using var changes = await http.GetAsync(new Uri("api/v1/changes", UriKind.Relative));
                    return pipeline.IsSuccessStatusCode && changes.IsSuccessStatusCode;
                }
                catch (HttpRequestException)
                {
                    return false;
                }
            },
            TimeSpan.FromMinutes(3),
            $"the platform at {Address}");

    public async ValueTask DisposeAsync()
    {
        foreach (var process in _started)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }

        _folder.Dispose();
    }

    private async Task StartProcessesAsync()
    {
        _broker = await RabbitMqServer.StartOrSkipAsync();
        (string Name, int Port)[] services = [("Ingestion", FreePort.Next()), ("Enrichment", FreePort.Next()), ("Publishing", FreePort.Next())];
        var environment = services.ToDictionary(service => $"Gateway__{service.Name}", service => $"http://127.0.0.1:{service.Port}", StringComparer.Ordinal);
        environment["Messaging__Transport"] = "RabbitMq";
        environment["Messaging__RabbitMq__Uri"] = _broker.Uri;
        environment["Storage__Path"] = _folder.Path;
        environment["Gateway__Keys__load__Key"] = OwnKey;
        environment["Gateway__Keys__load__Scopes"] = "admin";
        environment["DOTNET_gcServer"] = "0";
        environment["Logging__LogLevel__Default"] = "Warning";
        foreach (var (name, port) in services)
        {
            Start(name.ToLowerInvariant(), $"services/{name.ToLowerInvariant()}", $"NewsPlatform.{name}", ["--urls", $"http://127.0.0.1:{port}"], environment);
        }

        var gateway = FreePort.Next();
        Address = new Uri($"http://127.0.0.1:{gateway}/");
        Start("gateway", "gateway", "NewsPlatform.Gateway", ["--urls", Address.AbsoluteUri], environment);
    }

    private void Start(string name, string project, string assembly, string[] arguments, Dictionary<string, string> environment)
    {
        var program = Path.Combine(Repository.PathOf(project.Split('/')), "bin", "Release", "net10.0", $"{assembly}.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, line) => Tell(name, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        _started.Add(process);
        _pids[name] = process.Id;
    }

    private static void Tell(string name, string? line)
    {
        if (line is not null)
        {
            Console.Error.WriteLine($"{name}: {line}");
        }
    }
}
