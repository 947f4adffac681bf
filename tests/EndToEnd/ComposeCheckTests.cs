using System.Diagnostics;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests;

/// <summary>What <c>docker-compose.yml</c> says works: its services, started as it asks from the built programs, take in the demo's edition.</summary>
public sealed class ComposeCheckTests
{
    private const int CannotBeTried = 3;

    [Fact]
    public async Task The_compose_files_services_start_in_its_order_and_take_in_the_demos_edition()
    {
        var start = new ProcessStartInfo(Repository.PathOf("deploy", "compose.check"), ["--built", ServiceProcess.Configuration]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var check = Process.Start(start)!;
        var output = check.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = check.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await check.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.SkipWhen(check.ExitCode == CannotBeTried && Environment.GetEnvironmentVariable("CI") != "true", await errors);
        Assert.True(check.ExitCode == 0, $"{await output}\n{await errors}");
        Assert.Contains($"read {EditionGold.Articles.Count} of {EditionGold.Articles.Count} articles through the gateway", await output, StringComparison.Ordinal);
        Assert.Contains("difference 0", await output, StringComparison.Ordinal);
    }
}
