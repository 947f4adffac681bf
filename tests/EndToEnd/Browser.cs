using System.Diagnostics;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests;

/// <summary>A real Chromium, one page at a time. Not installed = the test is skipped with the reason, and fails when <c>CI=true</c>.</summary>
internal static class Browser
{
    private const string Program = "/usr/bin/chromium";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Loads a page as a reader's browser does.</summary>
    public static async Task<BrowserPage> OpenAsync(Uri url)
    {
        SkipWhenMissing();
        using var profile = new TempFolder();
        var start = new ProcessStartInfo(
            Program,
            [
                "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
                "--disable-sync", "--enable-logging=stderr", $"--user-data-dir={profile.Path}", "--dump-dom", url.AbsoluteUri,
            ])
        { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var dom = process.StandardOutput.ReadToEndAsync(patience.Token);
        var log = process.StandardError.ReadToEndAsync(patience.Token);
        await process.WaitForExitAsync(patience.Token);
        return new BrowserPage(await dom, [.. (await log).Split('\n').Where(line => line.Contains("CONSOLE", StringComparison.Ordinal))]);
    }

    private static void SkipWhenMissing()
    {
        if (!File.Exists(Program))
        {
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", $"{Program} is not installed.");
            Assert.Skip($"{Program} is not installed.");
        }
    }
}

/// <summary>What the browser made of a page.</summary>
/// <param name="Dom">The document after loading.</param>
/// <param name="Console">Everything that the page put on the console: errors, refused resources.</param>
internal sealed record BrowserPage(string Dom, IReadOnlyList<string> Console);
