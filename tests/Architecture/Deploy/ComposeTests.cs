using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsPlatform.Enrichment;
using NewsPlatform.Gateway;
using NewsPlatform.Ingestion;
using NewsPlatform.Publishing;
using NewsPlatform.Testing;

namespace NewsPlatform.Architecture.Tests.Deploy;

/// <summary>What <c>docker-compose.yml</c> says, checked against the code. (<c>deploy/compose.check</c> runs it.)</summary>
public sealed partial class ComposeTests
{
    private static readonly Yaml.Node Compose = Yaml.ReadAll("docker-compose.yml")[0];

    private static readonly IReadOnlyDictionary<string, Yaml.Node> All = Compose["services"].Entries;

    public static TheoryData<string> Services => ["gateway", "ingestion", "enrichment", "publishing"];

    [Fact]
    public void Without_a_profile_it_is_the_gateway_the_three_services_the_broker_and_the_database()
    {
        var always = All.Where(service => service.Value.TryGet("profiles") is null).Select(service => service.Key);

        Assert.Equal(["enrichment", "gateway", "ingestion", "mongodb", "publishing", "rabbitmq"], always.Order(StringComparer.Ordinal));
        Assert.StartsWith("rabbitmq:4.2.", All["rabbitmq"]["image"].Text, StringComparison.Ordinal);
        Assert.StartsWith("mongo:8.", All["mongodb"]["image"].Text, StringComparison.Ordinal);
        Assert.Contains("--replSet rs0 --keyFile", All["mongodb"]["command"].Items[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_image_of_others_is_pinned_to_a_full_version() =>
        Assert.All(All.Where(service => service.Value.TryGet("build") is null), service => Assert.Matches(FullVersion(), service.Value["image"].Text));

    [Theory, MemberData(nameof(Services))]
    public void Every_variable_sets_a_key_that_the_code_reads(string service) =>
        Assert.All(All[service]["environment"].Entries.Keys, variable => Assert.True(ConfigurationKeys.Knows(variable), $"{variable} is no configuration key"));

    [Theory, MemberData(nameof(Services))]
    public void The_port_is_the_codes_own(string service) =>
        Assert.Equal(PortOf(service).ToString(CultureInfo.InvariantCulture), All[service]["environment"]["ASPNETCORE_HTTP_PORTS"].Text);

    [Theory, InlineData("ingestion"), InlineData("enrichment"), InlineData("publishing")]
    public void The_gateway_finds_the_service_where_it_listens(string service)
    {
        var key = $"Gateway__{char.ToUpperInvariant(service[0])}{service[1..]}";

        Assert.Equal($"http://{service}:{PortOf(service)}", All["gateway"]["environment"][key].Text);
    }

    [Fact]
    public void Only_the_gateway_is_published_and_nothing_hinders_scaling_the_services()
    {
        Assert.Equal(["gateway"], All.Where(service => service.Value.TryGet("ports") is not null && service.Value.TryGet("profiles") is null).Select(service => service.Key));
        Assert.All(All.Values, service => Assert.Null(service.TryGet("container_name")));
    }

    [Theory, MemberData(nameof(Services))]
    public void Every_service_is_its_target_of_the_one_dockerfile_checked_for_readiness_and_not_writable(string service)
    {
        var declared = All[service];

        Assert.Equal("deploy/Dockerfile", declared["build"]["dockerfile"].Text);
        Assert.Equal(service, declared["build"]["target"].Text);
        Assert.Equal(["CMD", $"/app/{DockerfileTests.ProgramOf(service)}", "--health", $"http://127.0.0.1:{PortOf(service)}/health/ready"], declared["healthcheck"]["test"].Items.Select(word => word.Text));
        Assert.Equal("true", declared["read_only"].Text);
        Assert.Equal("ALL", Assert.Single(declared["cap_drop"].Items).Text);
        Assert.Equal("no-new-privileges:true", Assert.Single(declared["security_opt"].Items).Text);
    }

    [Theory, MemberData(nameof(Services))]
    public void It_starts_after_what_it_needs_is_healthy_and_may_finish_what_it_has_begun(string service)
    {
        var needed = All[service]["depends_on"].Entries;

        Assert.Equal(service == "gateway" ? ["enrichment", "ingestion", "publishing"] : ["mongodb", "rabbitmq"], needed.Keys.Order(StringComparer.Ordinal));
        Assert.All(needed.Values, condition => Assert.Equal("service_healthy", condition["condition"].Text));
        Assert.True(int.Parse(All[service]["stop_grace_period"].Text.TrimEnd('s'), CultureInfo.InvariantCulture) > new Microsoft.Extensions.Hosting.HostOptions().ShutdownTimeout.TotalSeconds);
    }

    [Fact]
    public void Every_container_has_its_limits() =>
        Assert.All(All.Values, service => Assert.All(["cpus", "memory"], limit => Assert.NotNull(service["deploy"]["resources"]["limits"].TryGet(limit))));

    [Fact]
    public void Only_ingestion_goes_out_and_only_the_services_reach_the_broker_and_the_database()
    {
        Assert.Equal(["ingestion"], On("outside"));
        // newsctl for backups.
        Assert.Equal(["enrichment", "ingestion", "mongodb", "newsctl", "publishing", "rabbitmq"], On("data"));
        Assert.Equal(["data", "watched"], NamesIn(All["rabbitmq"]["networks"]));
        Assert.Equal(["data"], NamesIn(All["mongodb"]["networks"]));
        Assert.DoesNotContain(On("watched"), service => service is "gateway" or "ingestion" or "enrichment" or "publishing");
        Assert.All(["inside", "data", "demo", "watched"], network => Assert.Equal("true", Compose["networks"][network]["internal"].Text));
        Assert.Equal("false", Compose["networks"]["public"]["driver_opts"]["com.docker.network.bridge.enable_ip_masquerade"].Text);
    }

    [Fact]
    public void Every_secret_comes_from_a_file_that_the_script_makes()
    {
        var made = File.ReadLines(Repository.PathOf("deploy", "compose.secrets")).Where(line => line.StartsWith("keep ", StringComparison.Ordinal)).Select(line => line.Split(' ')[1]).ToHashSet(StringComparer.Ordinal);
        var declared = Compose["secrets"].Entries;

        Assert.All(declared, secret => Assert.Equal($"deploy/secrets/{secret.Key}", secret.Value["file"].Text));
        Assert.Subset(made, declared.Keys.ToHashSet(StringComparer.Ordinal));
        Assert.All(All.Values.SelectMany(SecretsOf), secret => Assert.Contains(secret, declared.Keys));
        Assert.All(All.Values, service => Assert.All(Environment(service), variable => AssertNoSecret(variable, SecretsOf(service))));
    }

    [Fact]
    public void Every_file_that_is_mounted_is_there() =>
        Assert.All(All.Values.SelectMany(service => service.TryGet("volumes")?.Items ?? []).Select(volume => volume.Text.Split(':')[0]).Where(path => path.StartsWith('.')),
            path => Assert.True(File.Exists(Repository.PathOf(path)) || Directory.Exists(Repository.PathOf(path)), path));

    [Fact]
    public void The_demos_hosts_are_the_editions_and_ingestion_may_fetch_from_their_network_only()
    {
        using var edition = JsonDocument.Parse(File.ReadAllText(Repository.PathOf("deploy", "samples", "edition", "edition.json")));
        var command = All["edition"]["command"].Items.Select(word => word.Text).ToList();
        var domain = command[command.IndexOf("--domain") + 1];

        var hosts = edition.RootElement.GetProperty("publishers").EnumerateArray().Select(publisher => publisher.GetProperty("host").GetString()!.Replace("localhost", domain, StringComparison.Ordinal));
        Assert.Equal(hosts.Order(StringComparer.Ordinal), All["edition"]["networks"]["demo"]["aliases"].Items.Select(alias => alias.Text).Order(StringComparer.Ordinal));
        Assert.Equal(Default(Compose["networks"]["demo"]["ipam"]["config"].Items[0]["subnet"].Text), Default(All["ingestion"]["environment"]["Fetching__AllowedNetworks"].Text));
        Assert.True(IPNetwork.TryParse(Default(Compose["networks"]["demo"]["ipam"]["config"].Items[0]["subnet"].Text), out _));
        Assert.Equal(["edition", "ingestion"], On("demo"));
    }

    internal static int PortOf(string service) => service switch
    {
        "gateway" => GatewayService.DefaultPort,
        "ingestion" => IngestionService.DefaultPort,
        "enrichment" => EnrichmentService.DefaultPort,
        "publishing" => PublishingService.DefaultPort,
        _ => throw new ArgumentOutOfRangeException(nameof(service), service, "listens nowhere"),
    };

    private static IEnumerable<string> On(string network) =>
        All.Where(service => NamesIn(service.Value.TryGet("networks")).Contains(network, StringComparer.Ordinal)).Select(service => service.Key).Order(StringComparer.Ordinal);

    private static IEnumerable<string> NamesIn(Yaml.Node? networks) => networks is null ? [] : networks.IsList ? networks.Items.Select(name => name.Text) : networks.Entries.Keys;

    private static IReadOnlyList<string> SecretsOf(Yaml.Node service) =>
        [.. (service.TryGet("secrets")?.Items ?? []).Select(secret => secret.TryGet("source")?.Text ?? secret.Text)];

    private static IReadOnlyDictionary<string, Yaml.Node> Environment(Yaml.Node service) =>
        service.TryGet("environment")?.Entries ?? new Dictionary<string, Yaml.Node>(StringComparer.Ordinal);

    private static void AssertNoSecret(KeyValuePair<string, Yaml.Node> variable, IReadOnlyList<string> secrets)
    {
        if (variable.Key.EndsWith("_FILE", StringComparison.Ordinal))
        {
            Assert.Contains(variable.Value.Text.Replace("/run/secrets/", "", StringComparison.Ordinal), secrets);
        }
        else
        {
            Assert.DoesNotMatch(Secret(), variable.Key);
        }
    }

    // ${NAME:-default}
    private static string Default(string text) => text.Split(":-", 2)[1].TrimEnd('}');

    [GeneratedRegex(@"(?:Keys__\w+__Key|PASS\w*|Uri|ConnectionString)$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Secret();

    [GeneratedRegex(@":v?\d+\.\d+\.\d+", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex FullVersion();
}
