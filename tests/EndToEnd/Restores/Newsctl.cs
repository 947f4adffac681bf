namespace NewsPlatform.EndToEnd.Tests.Restores;

/// <summary>newsctl as its own process.</summary>
internal static class Newsctl
{
    /// <summary>Runs it to its end; a failure is the test's.</summary>
    public static async Task RunAsync(params string[] arguments)
    {
        await using var process = ServiceProcess.Start("services/newsctl", "newsctl", arguments);
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"newsctl {string.Join(' ', arguments)}: {process.Output}");
    }
}
