using System.Collections.Concurrent;
using System.Diagnostics;

namespace NewsPlatform.ComposeCheck;

/// <summary>
/// A container's process without the container: nothing in its environment but what the compose file and the image say, and, where we are root, the
/// image's own user without any privilege.
/// </summary>
internal sealed class Container : IAsyncDisposable
{
    /// <summary>The image's user (deploy/Dockerfile).</summary>
    public const string User = "1654";

    private readonly ConcurrentQueue<string> _lines = [];
    private readonly IReadOnlyDictionary<string, string> _environment;
    private readonly Process _process;

    private Container(ComposeService service, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        Service = service;
        _environment = environment;
        _process = Start(program, arguments, environment, line => _lines.Enqueue(line));
    }

    public ComposeService Service { get; }

    public bool HasEnded => _process.HasExited;

    /// <summary>True when a process can be given the image's user.</summary>
    public static bool CanBecomeUser { get; } = Environment.UserName == "root" && File.Exists("/usr/bin/setpriv");

    /// <summary>The end of what it wrote.</summary>
    public string LastLines => string.Join('\n', _lines.TakeLast(15));

    public static Container Run(ComposeService service, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment) =>
        new(service, program, arguments, environment);

    /// <summary>Runs the health check's command as the container would: true when it ends with 0.</summary>
    public async Task<bool> IsHealthyAsync(string program, IEnumerable<string> arguments)
    {
        using var check = Start(program, arguments, _environment, _ => { });
        await check.WaitForExitAsync();
        return check.ExitCode == 0;
    }

    /// <summary>SIGTERM, and the time and exit code of the end; null when it did not end in its grace period.</summary>
    public async Task<(TimeSpan Took, int ExitCode)?> StopAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        using var patience = new CancellationTokenSource(Service.Grace);
        using var signal = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        try
        {
            await _process.WaitForExitAsync(patience.Token);
            return (TimeProvider.System.GetElapsedTime(started), _process.ExitCode);
        }
        catch (OperationCanceledException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private static Process Start(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment, Action<string> keep)
    {
        string[] words = CanBecomeUser
            ? ["setpriv", $"--reuid={User}", $"--regid={User}", "--clear-groups", "--no-new-privs", "--bounding-set=-all", "--inh-caps=-all", program, .. arguments]
            : [program, .. arguments];
        var start = new ProcessStartInfo(words[0], words[1..]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false, WorkingDirectory = "/" };
        start.Environment.Clear();
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => keep(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => keep(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }
}
