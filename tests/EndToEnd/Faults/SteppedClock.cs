using System.Globalization;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>
/// The wall clock of a service, stepped while it runs by libfaketime (Debian's <c>faketime</c>); the monotonic clock goes on. Only for the time of the
/// fault: under the library a process starts and idles at three times the cost.
/// </summary>
internal sealed class SteppedClock(string folder)
{
    private static readonly string[] Libraries = ["/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1", "/usr/lib/aarch64-linux-gnu/faketime/libfaketimeMT.so.1"];

    /// <summary>Null when it is not installed: clocks then stay true.</summary>
    public static string? Library { get; } = Libraries.FirstOrDefault(File.Exists);

    /// <summary>Variables of a process whose clock can be stepped. Not without <see cref="Library"/>.</summary>
    public IReadOnlyDictionary<string, string> VariablesOf(string service)
    {
        Step(service, TimeSpan.Zero);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["LD_PRELOAD"] = Library!,
            ["FAKETIME_TIMESTAMP_FILE"] = FileOf(service),
            ["FAKETIME_CACHE_DURATION"] = "1",
            ["FAKETIME_DONT_FAKE_MONOTONIC"] = "1",
            ["DONT_FAKE_MONOTONIC"] = "1",
        };
    }

    /// <summary>Sets the service's clock so far from the true time; it sees it within a second.</summary>
    public void Step(string service, TimeSpan offset) =>
        File.WriteAllText(FileOf(service), offset.TotalSeconds.ToString("+0;-0;+0", CultureInfo.InvariantCulture) + "\n");

    private string FileOf(string service) => Path.Combine(folder, $"clock-{service}");
}
