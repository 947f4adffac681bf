using System.Text.Json;
using NewsPlatform.Testing;

namespace NewsPlatform.Architecture.Tests.Deploy;

/// <summary>The files of <c>deploy/telemetry</c> among themselves; that their metrics exist is tried on a running platform (end-to-end tests).</summary>
public sealed class TelemetryFilesTests
{
    private static readonly string[] Folder = ["deploy", "telemetry"];

    public static TheoryData<string> Settings => ["prometheus.yml", "alerts.yml", "collector.yml", "tempo.yml", "loki.yml", "grafana/provisioning/datasources/newsplatform.yml", "grafana/provisioning/dashboards/newsplatform.yml"];

    public static TheoryData<string> Dashboards => [.. Directory.GetFiles(Repository.PathOf([.. Folder, "grafana", "dashboards"]), "*.json").Select(file => Path.GetFileName(file)!)];

    [Theory, MemberData(nameof(Settings))]
    public void Every_file_can_be_read(string file) => Assert.NotEmpty(Yaml.ReadAll([.. Folder, .. file.Split('/')])[0].Entries);

    [Theory, InlineData("gateway"), InlineData("ingestion"), InlineData("enrichment"), InlineData("publishing")]
    public void Prometheus_scrapes_each_process_on_its_internal_port(string service)
    {
        var job = Yaml.ReadAll([.. Folder, "prometheus.yml"])[0]["scrape_configs"].Items.Single(job => job["job_name"].Text == service);
        var compose = Yaml.ReadAll("docker-compose.yml")[0]["services"][service];
        var port = service == "gateway" ? compose["environment"]["Telemetry__Port"].Text : compose["environment"]["ASPNETCORE_HTTP_PORTS"].Text;

        var found = Assert.Single(job["dns_sd_configs"].Items);
        Assert.Equal((service, port), (Assert.Single(found["names"].Items).Text, found["port"].Text));
        Assert.DoesNotContain(compose.TryGet("ports")?.Items ?? [], published => service == "gateway" && published.Text.Contains(port, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_alert_says_what_happened_and_what_to_do()
    {
        var rules = Yaml.ReadAll([.. Folder, "alerts.yml"])[0]["groups"].Items.SelectMany(group => group["rules"].Items).ToList();

        Assert.Distinct(rules.Select(rule => rule["alert"].Text));
        Assert.All(rules, rule => Assert.NotEmpty(rule["annotations"]["summary"].Text));
        Assert.All(rules, rule => Assert.NotEmpty(rule["annotations"]["what"].Text));
        Assert.All(rules, rule => Assert.Contains(rule["labels"]["severity"].Text, new[] { "critical", "warning", "info" }));
    }

    [Theory, MemberData(nameof(Dashboards))]
    public void Every_panel_asks_a_data_source_that_is_provisioned(string dashboard)
    {
        var sources = Yaml.ReadAll([.. Folder, "grafana", "provisioning", "datasources", "newsplatform.yml"])[0]["datasources"].Items.Select(source => source["uid"].Text).ToHashSet(StringComparer.Ordinal);
        using var board = JsonDocument.Parse(File.ReadAllText(Repository.PathOf([.. Folder, "grafana", "dashboards", dashboard])));
        var panels = board.RootElement.GetProperty("panels").EnumerateArray().ToList();

        Assert.NotEmpty(panels);
        Assert.Distinct(panels.Select(panel => panel.GetProperty("id").GetInt32()));
        Assert.All(panels.SelectMany(panel => panel.GetProperty("targets").EnumerateArray()), target => Assert.Contains(target.GetProperty("datasource").GetProperty("uid").GetString()!, sources));
    }

    [Fact]
    public void What_watches_is_pinned_not_writable_and_reached_from_this_machine_only()
    {
        var watchers = Yaml.ReadAll("docker-compose.yml")[0]["services"].Entries.Where(service => service.Value.TryGet("profiles")?.Items is [{ Text: "telemetry" }]).ToDictionary(StringComparer.Ordinal);

        Assert.Equal(["collector", "grafana", "loki", "prometheus", "tempo"], watchers.Keys.Order(StringComparer.Ordinal));
        Assert.All(watchers.Values, watcher => Assert.Equal("true", watcher["read_only"].Text));
        Assert.All(watchers.Where(watcher => watcher.Value.TryGet("ports") is not null), published => Assert.StartsWith("127.0.0.1:", Assert.Single(published.Value["ports"].Items).Text, StringComparison.Ordinal));
    }
}
