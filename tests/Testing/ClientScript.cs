using System.Diagnostics;
using Xunit;

namespace NewsPlatform.Testing;

/// <summary>
/// Runs the scripts of <c>tests/clients</c>, which ask the platform with packages that others wrote; <c>tests/run.sh</c> installs them. Not to be
/// had = tests are skipped with the reason, and fail when <c>CI=true</c>.
/// </summary>
public static class ClientScript
{
    // Debian's own, which sees Debian's packages.
    private const string Python = "/usr/bin/python3";
    private const string PythonPackages = "/usr/lib/python3/dist-packages";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private static string Folder => Repository.PathOf("tests", "clients");

    /// <summary>What a script of Node wrote; fails with its errors when it ended with another code than 0.</summary>
    /// <param name="script">A file of <c>tests/clients</c>.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="arguments">The script's.</param>
    public static Task<string> RunNodeOrSkipAsync(string script, string input, params IReadOnlyList<string> arguments)
    {
        SkipWithout(Path.Combine(Folder, "node_modules"), "The npm clients are not installed: run `npm ci --ignore-scripts` in tests/clients (tests/run.sh does).");
        return RunAsync("node", [script, .. arguments], input);
    }

    /// <summary>What a script of Python wrote, as by Node.</summary>
    /// <param name="script">A file of <c>tests/clients</c>.</param>
    /// <param name="package">Debian's package that it needs, without <c>python3-</c>.</param>
    /// <param name="input">What it reads.</param>
    public static Task<string> RunPythonOrSkipAsync(string script, string package, string input)
    {
        SkipWithout(Path.Combine(PythonPackages, package), $"python3-{package} is not installed.");
        return RunAsync(Python, [script], input);
    }

    /// <summary>What a script of Python wrote that uses an app as people do.</summary>
    /// <param name="script">A file of <c>tests/clients</c>.</param>
    /// <param name="app">Debian's package and program.</param>
    /// <param name="input">What it reads.</param>
    public static Task<string> RunAppOrSkipAsync(string script, string app, string input)
    {
        SkipWithout($"/usr/bin/{app}", $"{app} is not installed.");
        SkipWithout(Python, "python3 is not installed.");
        return RunAsync(Python, [script], input);
    }

    private static void SkipWithout(string path, string reason)
    {
        if (!Path.Exists(path))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", reason);
            Assert.Skip(reason);
        }
    }

    private static async Task<string> RunAsync(string program, IReadOnlyList<string> arguments, string input)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), patience.Token);
            process.StandardInput.Close();
            var (output, errors) = (process.StandardOutput.ReadToEndAsync(patience.Token), process.StandardError.ReadToEndAsync(patience.Token));
            await process.WaitForExitAsync(patience.Token);
            Assert.True(process.ExitCode == 0, $"{arguments[0]} ended with {process.ExitCode}:\n{await errors}\n{await output}");
            return await output;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
