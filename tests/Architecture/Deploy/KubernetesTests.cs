using System.Globalization;
using NewsPlatform.Testing;

namespace NewsPlatform.Architecture.Tests.Deploy;

/// <summary>What the kustomize base says, checked against the code and the restricted profile.</summary>
public sealed class KubernetesTests
{
    private static readonly string[] Base = ["deploy", "kubernetes", "base"];

    private static readonly Yaml.Node Kustomization = Yaml.ReadAll([.. Base, "kustomization.yaml"])[0];

    public static TheoryData<string> Services => ["gateway", "ingestion", "enrichment", "publishing"];

    [Fact]
    public void Every_file_of_the_base_is_a_resource_of_it()
    {
        var files = Directory.GetFiles(Repository.PathOf(Base)).Select(file => Path.GetFileName(file)!).Where(file => file != "kustomization.yaml");

        Assert.Equal(files.Order(StringComparer.Ordinal), Kustomization["resources"].Items.Select(item => item.Text).Order(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(Services))]
    public void The_container_listens_on_the_codes_port_and_the_service_leads_there(string service)
    {
        var port = ComposeTests.PortOf(service).ToString(CultureInfo.InvariantCulture);
        var container = Container(service);

        Assert.Equal(port, container["ports"].Items[0]["containerPort"].Text);
        Assert.Equal(port, Variables(container)["ASPNETCORE_HTTP_PORTS"]["value"].Text);
        Assert.Equal(port, Read(service, "Service")["spec"]["ports"].Items[0]["port"].Text);
    }

    [Theory, MemberData(nameof(Services))]
    public void Every_variable_sets_a_key_that_the_code_reads_and_secrets_come_from_a_secret(string service)
    {
        var variables = Variables(Container(service));
        var generated = Kustomization["configMapGenerator"].Items[0]["literals"].Items.Select(literal => literal.Text.Split('=')[0]);

        Assert.All(variables.Keys.Concat(generated), variable => Assert.True(ConfigurationKeys.Knows(variable), $"{variable} is no configuration key"));
        Assert.All(variables.Where(variable => variable.Key.EndsWith("Uri", StringComparison.Ordinal) || variable.Key.EndsWith("Key", StringComparison.Ordinal) || variable.Key.EndsWith("ConnectionString", StringComparison.Ordinal)),
            secret => Assert.NotNull(secret.Value.TryGet("valueFrom")?.TryGet("secretKeyRef")));
    }

    [Theory, MemberData(nameof(Services))]
    public void Probes_ask_what_the_code_maps(string service)
    {
        var container = Container(service);

        Assert.Equal("/health/live", container["startupProbe"]["httpGet"]["path"].Text);
        Assert.Equal("/health/live", container["livenessProbe"]["httpGet"]["path"].Text);
        Assert.Equal("/health/ready", container["readinessProbe"]["httpGet"]["path"].Text);
    }

    [Theory, MemberData(nameof(Services))]
    public void The_image_is_tagged_and_the_pod_meets_the_restricted_profile(string service)
    {
        var pod = Read(service, "Deployment")["spec"]["template"]["spec"];
        var container = Container(service);

        Assert.Contains(Kustomization["images"].Items, image => image["name"].Text == container["image"].Text && image["newTag"].Text != "latest");
        Assert.Equal("true", pod["securityContext"]["runAsNonRoot"].Text);
        Assert.Equal("RuntimeDefault", pod["securityContext"]["seccompProfile"]["type"].Text);
        Assert.Equal("false", container["securityContext"]["allowPrivilegeEscalation"].Text);
        Assert.Equal("true", container["securityContext"]["readOnlyRootFilesystem"].Text);
        Assert.Equal(["ALL"], container["securityContext"]["capabilities"]["drop"].Items.Select(capability => capability.Text));
        Assert.NotNull(container["resources"]["limits"].TryGet("memory"));
    }

    private static Yaml.Node Read(string service, string kind) => Yaml.ReadAll([.. Base, $"{service}.yaml"]).Single(document => document["kind"].Text == kind);

    private static Yaml.Node Container(string service) => Assert.Single(Read(service, "Deployment")["spec"]["template"]["spec"]["containers"].Items);

    private static Dictionary<string, Yaml.Node> Variables(Yaml.Node container) => container["env"].Items.ToDictionary(variable => variable["name"].Text, StringComparer.Ordinal);
}
