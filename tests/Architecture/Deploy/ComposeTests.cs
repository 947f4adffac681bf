using System.Globalization;
using System.Text.RegularExpressions;
using NewsPlatform.Enrichment;
using NewsPlatform.Gateway;
using NewsPlatform.Ingestion;
using NewsPlatform.Publishing;

namespace NewsPlatform.Architecture.Tests.Deploy;

/// <summary>What <c>docker-compose.yml</c> says, checked against the code.</summary>
public sealed partial class ComposeTests
{
    private static readonly Yaml.Node Compose = Yaml.ReadAll("docker-compose.yml")[0];

    public static TheoryData<string> Services => ["gateway", "ingestion", "enrichment", "publishing"];

    [Fact]
    public void It_holds_the_gateway_the_three_services_the_broker_and_the_database()
    {
        Assert.Equal(["enrichment", "gateway", "ingestion", "mongodb", "publishing", "rabbitmq"], Compose["services"].Entries.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("rabbitmq:4.2-management", Compose["services"]["rabbitmq"]["image"].Text);
        Assert.Equal("mongo:8", Compose["services"]["mongodb"]["image"].Text);
        Assert.Contains("--replSet", Compose["services"]["mongodb"]["command"].Items.Select(word => word.Text));
    }

    [Theory, MemberData(nameof(Services))]
    public void Every_variable_sets_a_key_that_the_code_reads(string service)
    {
        var variables = Compose["services"][service]["environment"].Entries.Keys;

        Assert.All(variables, variable => Assert.True(ConfigurationKeys.Knows(variable), $"{variable} is no configuration key"));
    }

    [Theory, MemberData(nameof(Services))]
    public void The_port_is_the_codes_own(string service) =>
        Assert.Equal(PortOf(service).ToString(CultureInfo.InvariantCulture), Compose["services"][service]["environment"]["ASPNETCORE_HTTP_PORTS"].Text);

    [Theory, InlineData("ingestion"), InlineData("enrichment"), InlineData("publishing")]
    public void The_gateway_finds_the_service_where_it_listens(string service)
    {
        var key = $"Gateway__{char.ToUpperInvariant(service[0])}{service[1..]}";

        Assert.Equal($"http://{service}:{PortOf(service)}", Compose["services"]["gateway"]["environment"][key].Text);
    }

    [Fact]
    public void Only_the_gateway_is_published() =>
        Assert.Equal(["gateway"], Compose["services"].Entries.Where(service => service.Value.TryGet("ports") is not null).Select(service => service.Key));

    [Theory, MemberData(nameof(Services))]
    public void Every_service_is_built_from_the_one_dockerfile_checked_for_readiness_and_not_writable(string service)
    {
        var declared = Compose["services"][service];

        Assert.Equal("deploy/Dockerfile", declared["build"]["dockerfile"].Text);
        Assert.Equal(service, declared["build"]["args"]["SERVICE"].Text);
        Assert.Contains("/health/ready", declared["healthcheck"]["test"].Items[^1].Text, StringComparison.Ordinal);
        Assert.Equal("true", declared["read_only"].Text);
    }

    [Theory, MemberData(nameof(Services))]
    public void It_starts_after_what_it_needs_is_healthy(string service)
    {
        var needed = Compose["services"][service]["depends_on"].Entries;

        Assert.Equal(service == "gateway" ? ["enrichment", "ingestion", "publishing"] : ["mongodb", "rabbitmq"], needed.Keys.Order(StringComparer.Ordinal));
        Assert.All(needed.Values, condition => Assert.Equal("service_healthy", condition["condition"].Text));
    }

    [Fact]
    public void No_secret_stands_in_the_file()
    {
        var secrets = Compose["services"].Entries.Values.Select(service => service.TryGet("environment")).OfType<Yaml.Node>()
            .SelectMany(environment => environment.Entries).Where(variable => Secret().IsMatch(variable.Key)).ToList();

        Assert.NotEmpty(secrets);
        Assert.All(secrets, variable => Assert.Contains("${", variable.Value.Text, StringComparison.Ordinal));
    }

    internal static int PortOf(string service) => service switch
    {
        "gateway" => GatewayService.DefaultPort,
        "ingestion" => IngestionService.DefaultPort,
        "enrichment" => EnrichmentService.DefaultPort,
        _ => PublishingService.DefaultPort,
    };

    [GeneratedRegex(@"(?:Keys__\w+__Key|PASS|RabbitMq__Uri)$", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Secret();
}
