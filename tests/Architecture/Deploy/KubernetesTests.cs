using System.Globalization;
using NewsPlatform.Testing;

namespace NewsPlatform.Architecture.Tests.Deploy;

/// <summary>What the rendered overlays say, checked against the code.</summary>
public sealed class KubernetesTests
{
    private static readonly string[] Names = ["gateway", "ingestion", "enrichment", "publishing"];

    public static TheoryData<string, string> OverlaysAndServices => [.. from overlay in Overlays from service in Names select (overlay, service)];

    public static TheoryData<string, string> OverlaysAndComponents => [.. from overlay in Overlays from components in new[] { "", string.Join(' ', Components) }.Concat(Components) select (overlay, components)];

    private static IEnumerable<string> Overlays => FoldersOf("overlays");

    private static IEnumerable<string> Components => FoldersOf("components");

    [Fact]
    public void Every_file_belongs_to_a_kustomization()
    {
        var kubernetes = Repository.PathOf("deploy", "kubernetes");
        var named = Directory.GetFiles(kubernetes, "kustomization.yaml", SearchOption.AllDirectories)
            .SelectMany(file => NamedIn(Yaml.ReadAll(file)[0]).Select(name => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, name)))).ToHashSet(StringComparer.Ordinal);

        Assert.Subset(named, Directory.GetFiles(kubernetes, "*.yaml", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "kustomization.yaml").ToHashSet(StringComparer.Ordinal));
    }

    [Theory, MemberData(nameof(OverlaysAndComponents))]
    public void Every_overlay_renders_with_every_component_in_the_one_namespace(string overlay, string components)
    {
        var rendered = Rendered.Of(overlay, components.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.All(rendered.All.Where(item => item["kind"].Text != "Namespace"), item => Assert.Equal("newsplatform", item["metadata"]["namespace"].Text));
        Assert.Equal("restricted", rendered.Get("Namespace", "newsplatform")["metadata"]["labels"]["pod-security.kubernetes.io/enforce"].Text);
        Assert.Distinct(rendered.All.Select(item => (item["kind"].Text, Rendered.NameOf(item))));
    }

    [Theory, MemberData(nameof(OverlaysAndServices))]
    public void The_container_listens_on_the_codes_port_and_the_service_leads_there(string overlay, string service)
    {
        var rendered = Rendered.Of(overlay);
        var port = ComposeTests.PortOf(service).ToString(CultureInfo.InvariantCulture);
        var container = ContainerOf(rendered, service);

        Assert.Equal(port, container["ports"].Items[0]["containerPort"].Text);
        Assert.Equal(port, Variables(container)["ASPNETCORE_HTTP_PORTS"]["value"].Text);
        Assert.Equal((port, "http"), (rendered.Get("Service", service)["spec"]["ports"].Items[0]["port"].Text, rendered.Get("Service", service)["spec"]["ports"].Items[0]["targetPort"].Text));
        Assert.Equal(service, rendered.Get("Service", service)["spec"]["selector"]["app.kubernetes.io/name"].Text);
    }

    [Theory, MemberData(nameof(OverlaysAndServices))]
    public void Every_variable_sets_a_key_that_the_code_reads_and_secrets_come_from_a_secret_that_is_there(string overlay, string service)
    {
        var rendered = Rendered.Of(overlay);
        var variables = Variables(ContainerOf(rendered, service));
        var generated = rendered.OfKind("ConfigMap").Single(map => Rendered.NameOf(map).StartsWith("newsplatform-", StringComparison.Ordinal))["data"].Entries.Keys;
        var secrets = variables.Where(variable => variable.Key.EndsWith("Uri", StringComparison.Ordinal) || variable.Key.EndsWith("Key", StringComparison.Ordinal) || variable.Key.EndsWith("ConnectionString", StringComparison.Ordinal)).ToList();

        Assert.All(variables.Keys.Concat(generated), variable => Assert.True(ConfigurationKeys.Knows(variable), $"{variable} is no configuration key"));
        Assert.NotEmpty(secrets);
        Assert.All(secrets, secret => AssertIsThere(rendered, secret.Value["valueFrom"]["secretKeyRef"]));
    }

    [Theory, MemberData(nameof(OverlaysAndServices))]
    public void Probes_ask_what_the_code_maps_and_the_pod_leaves_in_peace(string overlay, string service)
    {
        var rendered = Rendered.Of(overlay);
        var container = ContainerOf(rendered, service);

        Assert.Equal("/health/started", container["startupProbe"]["httpGet"]["path"].Text);
        Assert.Equal("/health/live", container["livenessProbe"]["httpGet"]["path"].Text);
        Assert.Equal("/health/ready", container["readinessProbe"]["httpGet"]["path"].Text);
        var pause = Number(container["lifecycle"]["preStop"]["sleep"]["seconds"]);
        Assert.True(Number(PodOf(rendered, service)["terminationGracePeriodSeconds"]) > pause + new Microsoft.Extensions.Hosting.HostOptions().ShutdownTimeout.TotalSeconds);
        Assert.Equal("0", rendered.Get("Deployment", service)["spec"]["strategy"]["rollingUpdate"]["maxUnavailable"].Text);
    }

    [Theory, MemberData(nameof(OverlaysAndServices))]
    public void The_image_is_tagged_the_replicas_are_spread_and_one_at_a_time_may_be_drained(string overlay, string service)
    {
        var rendered = Rendered.Of(overlay);

        Assert.Matches($@"^newsplatform/{service}:\d+\.\d+\.\d+$", ContainerOf(rendered, service)["image"].Text);
        Assert.Equal(["kubernetes.io/hostname", "topology.kubernetes.io/zone"], PodOf(rendered, service)["topologySpreadConstraints"].Items.Select(spread => spread["topologyKey"].Text));
        var budget = rendered.Get("PodDisruptionBudget", service)["spec"];
        Assert.Equal(("1", service), (budget["maxUnavailable"].Text, budget["selector"]["matchLabels"]["app.kubernetes.io/name"].Text));
    }

    // A service without its broker is not ready, but must go on serving readers and storing pushes: the gateway chooses among all that there are.
    [Theory, MemberData(nameof(OverlaysAndServices))]
    public void The_gateway_finds_each_replica_of_a_service_ready_or_not(string overlay, string service)
    {
        var rendered = Rendered.Of(overlay);
        if (service == "gateway")
        {
            Assert.Null(rendered.Get("Service", service)["spec"].TryGet("clusterIP"));
            return;
        }

        var key = $"Gateway__{char.ToUpperInvariant(service[0])}{service[1..]}";
        Assert.Equal($"http://{service}:{ComposeTests.PortOf(service)}", Variables(ContainerOf(rendered, "gateway"))[key]["value"].Text);
        Assert.Equal(("None", "true"), (rendered.Get("Service", service)["spec"]["clusterIP"].Text, rendered.Get("Service", service)["spec"]["publishNotReadyAddresses"].Text));
    }

    [Theory, InlineData(false), InlineData(true)]
    public void Each_deployment_has_one_scaler_or_a_number(bool keda)
    {
        var rendered = Rendered.Of("external", keda ? ["keda"] : []);

        Assert.Equal(keda ? ["gateway"] : ["enrichment", "gateway", "publishing"], rendered.OfKind("HorizontalPodAutoscaler").Select(scaler => scaler["spec"]["scaleTargetRef"]["name"].Text).Order(StringComparer.Ordinal));
        Assert.Equal(keda ? ["enrichment", "publishing"] : [], rendered.OfKind("ScaledObject").Select(scaler => scaler["spec"]["scaleTargetRef"]["name"].Text).Order(StringComparer.Ordinal));
        Assert.All(Names, service => Assert.Equal(service == "ingestion", rendered.Get("Deployment", service)["spec"].TryGet("replicas") is not null));
    }

    [Fact]
    public void The_scaler_looks_at_queues_of_the_service_that_it_scales()
    {
        foreach (var scaled in Rendered.Of("external", "keda").OfKind("ScaledObject"))
        {
            var trigger = scaled["spec"]["triggers"].Items.Single(trigger => trigger["type"].Text == "rabbitmq")["metadata"];

            Assert.Contains(trigger["queueName"].Text, QueueNameTests.Queues());
            Assert.StartsWith(scaled["spec"]["scaleTargetRef"]["name"].Text + "-", trigger["queueName"].Text, StringComparison.Ordinal);
            Assert.True(ConfigurationKeys.Knows(trigger["hostFromEnv"].Text));
        }
    }

    [Theory, InlineData("dev"), InlineData("production"), InlineData("external")]
    public void The_backup_reads_the_services_database_and_writes_to_its_own_volume(string overlay)
    {
        var rendered = Rendered.Of(overlay, "backup");
        var pod = rendered.Get("CronJob", "backup")["spec"]["jobTemplate"]["spec"]["template"]["spec"];
        var container = Assert.Single(pod["containers"].Items);
        var variables = Variables(container);

        Assert.Equal("MongoDb", variables["Storage__Engine"]["value"].Text);
        AssertIsThere(rendered, variables["Storage__MongoDb__ConnectionString"]["valueFrom"]["secretKeyRef"]);
        Assert.Matches(@"^newsplatform/newsctl:\d+\.\d+\.\d+$", container["image"].Text);
        Assert.Equal("backup", container["args"].Items[0].Text);
        Assert.Equal(pod["volumes"].Items[0]["persistentVolumeClaim"]["claimName"].Text, Rendered.NameOf(Assert.Single(rendered.OfKind("PersistentVolumeClaim"))));
    }

    [Theory, MemberData(nameof(OverlaysAndServices))]
    public void Whoever_scrapes_is_told_the_port_of_the_metrics_and_let_in(string overlay, string service)
    {
        var rendered = Rendered.Of(overlay);
        var container = ContainerOf(rendered, service);

        var told = rendered.Get("Deployment", service)["spec"]["template"]["metadata"]["annotations"]["prometheus.io/port"].Text;
        Assert.Equal(service == "gateway" ? Variables(container)["Telemetry__Port"]["value"].Text : ComposeTests.PortOf(service).ToString(CultureInfo.InvariantCulture), told);
        var name = container["ports"].Items.Single(port => port["containerPort"].Text == told)["name"].Text;
        Assert.Contains(rendered.Get("NetworkPolicy", "telemetry")["spec"]["ingress"].Items[0]["ports"].Items, port => port["port"].Text == name);
    }

    [Theory, InlineData("Ingress"), InlineData("HTTPRoute")]
    public void The_way_in_leads_to_the_gateway(string kind)
    {
        var rule = Assert.Single(Rendered.Of("external", "ingress", "gateway-route").OfKind(kind))["spec"]["rules"].Items[0];

        var backend = kind == "Ingress" ? rule["http"]["paths"].Items[0]["backend"]["service"]["name"] : rule["backendRefs"].Items[0]["name"];
        Assert.Equal("gateway", backend.Text);
    }

    [Fact]
    public void Broker_and_database_are_the_versions_of_compose()
    {
        var compose = Yaml.ReadAll("docker-compose.yml")[0]["services"];
        var (dev, production) = (Rendered.Of("dev"), Rendered.Of("production"));

        Assert.Equal(compose["rabbitmq"]["image"].Text, dev.Get("StatefulSet", "rabbitmq")["spec"]["template"]["spec"]["containers"].Items[0]["image"].Text);
        Assert.Equal(compose["mongodb"]["image"].Text, dev.Get("StatefulSet", "mongodb")["spec"]["template"]["spec"]["containers"].Items[0]["image"].Text);
        Assert.Equal(compose["rabbitmq"]["image"].Text, production.Get("RabbitmqCluster", "rabbitmq")["spec"]["image"].Text);
        Assert.StartsWith($"mongo:{production.Get("MongoDBCommunity", "mongodb")["spec"]["version"].Text}-", compose["mongodb"]["image"].Text, StringComparison.Ordinal);
        var settings = File.ReadLines(Repository.PathOf("deploy", "rabbitmq", "rabbitmq.conf")).Where(line => line.Contains('=', StringComparison.Ordinal));
        Assert.Subset(settings.ToHashSet(StringComparer.Ordinal), production.Get("RabbitmqCluster", "rabbitmq")["spec"]["rabbitmq"]["additionalConfig"].Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal));
    }

    private static IEnumerable<string> FoldersOf(string kind) =>
        Directory.GetDirectories(Repository.PathOf("deploy", "kubernetes", kind)).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    private static IEnumerable<string> NamedIn(Yaml.Node kustomization) =>
        new[] { "resources", "components", "configurations" }.SelectMany(key => kustomization.TryGet(key)?.Items ?? []).Select(item => item.Text)
            .Concat((kustomization.TryGet("patches")?.Items ?? []).Select(patch => patch.TryGet("path")?.Text ?? ""));

    private static void AssertIsThere(Rendered rendered, Yaml.Node reference)
    {
        var name = reference["name"].Text;
        var isMade = rendered.OfKind("Secret").Any(secret => Rendered.NameOf(secret) == name && secret["data"].TryGet(reference["key"].Text) is not null);
        var byOperator = rendered.OfKind("RabbitmqCluster").Any(cluster => $"{Rendered.NameOf(cluster)}-default-user" == name && reference["key"].Text == "connection_string")
            || rendered.OfKind("MongoDBCommunity").Any(set => set["spec"]["users"].Items.Any(user => user["connectionStringSecretName"].Text == name) && reference["key"].Text == "connectionString.standard");
        Assert.True(isMade || byOperator, $"nobody makes {name}/{reference["key"].Text}");
    }

    private static Yaml.Node PodOf(Rendered rendered, string service) => rendered.Get("Deployment", service)["spec"]["template"]["spec"];

    private static Yaml.Node ContainerOf(Rendered rendered, string service) => Assert.Single(PodOf(rendered, service)["containers"].Items);

    private static Dictionary<string, Yaml.Node> Variables(Yaml.Node container) => container["env"].Items.ToDictionary(variable => variable["name"].Text, StringComparer.Ordinal);

    private static int Number(Yaml.Node value) => int.Parse(value.Text, CultureInfo.InvariantCulture);
}
