using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Telemetry;

/// <summary>What dashboards and alert rules ask for is what a running platform shows.</summary>
public sealed partial class DashboardMetricsTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public async Task Every_metric_of_the_dashboards_and_alert_rules_is_exposed_by_a_running_platform()
    {
        int port = FreePort.Next(), metrics = FreePort.Next();
        await using var process = ServiceProcess.Start(
            "services/standalone",
            "NewsPlatform.Standalone",
            ["--data", _folder.Path, "--port", $"{port}", "--admin-key", StandaloneRun.Key, "--demo"],
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Telemetry__Port"] = $"{metrics}", ["Telemetry__SampleSeconds"] = "1" });
        using var api = new PlatformApi(new Uri($"http://127.0.0.1:{port}/"), StandaloneRun.Key);
        await Eventually.BecomesAsync(api.TryReadPipelineAsync, buckets => buckets.Published >= 5, TimeSpan.FromSeconds(240), "the first articles");

        await api.GetTextAsync("");
        await api.GetTextAsync("feeds/rss.xml");
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.SendAsync(HttpMethod.Post, "api/v1/articles", withKey: false)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.GetResponseAsync("metrics")).StatusCode);

        var asked = Asked();
        Assert.Contains("newsplatform_articles_difference", asked);
        using var client = new HttpClient();
        var missing = await Eventually.BecomesAsync(
            async () => string.Join(", ", asked.Except(Shown(await client.GetStringAsync(new Uri($"http://127.0.0.1:{metrics}/metrics"))), StringComparer.Ordinal)),
            left => left.Length == 0,
            TimeSpan.FromSeconds(60),
            "the last metric of the dashboards");
        Assert.Empty(missing);
    }

    public void Dispose() => _folder.Dispose();

    // Those of the platform and its frameworks; the broker's and Prometheus' own are theirs to show.
    private static HashSet<string> Asked()
    {
        var telemetry = Repository.PathOf("deploy", "telemetry");
        var dashboards = Directory.GetFiles(Path.Combine(telemetry, "grafana", "dashboards"), "*.json").SelectMany(file =>
        {
            using var board = JsonDocument.Parse(File.ReadAllText(file));
            return board.RootElement.GetProperty("panels").EnumerateArray().SelectMany(panel => panel.GetProperty("targets").EnumerateArray()).Select(target => target.GetProperty("expr").GetString()!).ToList();
        });
        var rules = File.ReadLines(Path.Combine(telemetry, "alerts.yml")).Where(line => line.TrimStart().StartsWith("expr:", StringComparison.Ordinal));
        return dashboards.Concat(rules).SelectMany(expression => Metric().Matches(Labels().Replace(expression, ""))).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
    }

    private static HashSet<string> Shown(string exposition) =>
        exposition.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line[..line.IndexOfAny(['{', ' '])]).ToHashSet(StringComparer.Ordinal);

    [GeneratedRegex(@"by \([^)]*\)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Labels();

    [GeneratedRegex("(?:newsplatform|aspnetcore|http_server|http_client|kestrel|dotnet|messaging)_[a-z0-9_]+(?=[{\\[) ]|$)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Metric();
}
