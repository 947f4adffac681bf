using System.Net;
using NewsPlatform.Testing;

namespace NewsPlatform.Architecture.Tests.Deploy;

/// <summary>Who may speak with whom, read from the rendered policies.</summary>
public sealed class NetworkPolicyTests
{
    public static TheoryData<string> Overlays => ["dev", "production", "external"];

    [Theory, MemberData(nameof(Overlays))]
    public void Nothing_goes_in_or_out_unless_a_policy_says_so(string overlay)
    {
        var policy = Rendered.Of(overlay).Get("NetworkPolicy", "default-deny")["spec"];

        Assert.Empty(policy["podSelector"].Entries);
        Assert.Equal(["Ingress", "Egress"], policy["policyTypes"].Items.Select(type => type.Text));
        Assert.All(["ingress", "egress"], direction => Assert.Null(policy.TryGet(direction)));
    }

    [Theory, MemberData(nameof(Overlays))]
    public void The_gateway_alone_is_reached_from_anywhere(string overlay)
    {
        var rendered = Rendered.Of(overlay);

        var open = rendered.Pods.Where(pod => Rules(rendered, pod.Template, "ingress").Any(rule => rule.TryGet("from") is null));
        Assert.Equal(["gateway"], open.Select(pod => pod.Name));
    }

    [Theory, MemberData(nameof(Overlays))]
    public void A_service_is_reached_by_the_gateway_and_by_who_scrapes_it(string overlay)
    {
        var rendered = Rendered.Of(overlay);

        foreach (var (_, template) in rendered.Pods.Where(pod => pod.Name is "ingestion" or "enrichment" or "publishing"))
        {
            var from = Rules(rendered, template, "ingress").SelectMany(rule => rule["from"].Items).Select(peer => (peer.TryGet("podSelector") ?? peer["namespaceSelector"])["matchLabels"].Entries.Single());
            Assert.Equal([("app.kubernetes.io/name", "gateway"), ("newsplatform/telemetry", "true")], from.Select(label => (label.Key, label.Value.Text)));
        }
    }

    [Theory, MemberData(nameof(Overlays))]
    public void Ingestion_and_publishing_alone_go_out_and_never_to_private_addresses(string overlay)
    {
        var rendered = Rendered.Of(overlay);

        var outgoing = rendered.Pods.Where(pod => Rules(rendered, pod.Template, "egress").Any(rule => rule.TryGet("to")?.Items.Any(peer => peer.TryGet("ipBlock") is not null) == true));
        Assert.Equal(["ingestion", "publishing"], outgoing.Select(pod => pod.Name).Order(StringComparer.Ordinal));
        var closed = rendered.Get("NetworkPolicy", "services-to-the-web")["spec"]["egress"].Items[0]["to"].Items.SelectMany(block => block["ipBlock"]["except"].Items).Select(network => IPNetwork.Parse(network.Text)).ToList();
        Assert.All(["10.1.2.3", "172.31.0.1", "192.168.1.1", "169.254.169.254", "100.100.100.200", "127.0.0.1", "fd00:ec2::254", "fe80::1"],
            address => Assert.Contains(closed, network => network.Contains(IPAddress.Parse(address))));
    }

    [Theory, InlineData("dev", "rabbitmq"), InlineData("dev", "mongodb")]
    public void A_store_is_reached_by_the_services_and_not_by_the_gateway(string overlay, string store)
    {
        var rendered = Rendered.Of(overlay);
        var rules = Rules(rendered, rendered.Pods.Single(pod => pod.Name == store).Template, "ingress").ToList();

        Assert.All(["ingestion", "enrichment", "publishing"], service => Assert.Contains(rules, rule => Admits(rule, rendered.Pods.Single(pod => pod.Name == service).Template)));
        Assert.DoesNotContain(rules, rule => Admits(rule, rendered.Pods.Single(pod => pod.Name == "gateway").Template));
    }

    private static IEnumerable<Yaml.Node> Rules(Rendered rendered, Yaml.Node template, string direction) =>
        rendered.OfKind("NetworkPolicy").Where(policy => Selects(policy["spec"]["podSelector"], template)).SelectMany(policy => policy["spec"].TryGet(direction)?.Items ?? []);

    private static bool Admits(Yaml.Node rule, Yaml.Node template) =>
        rule.TryGet("from") is not { } peers || peers.Items.Any(peer => peer.TryGet("podSelector") is { } selector && peer.TryGet("namespaceSelector") is null && Selects(selector, template));

    private static bool Selects(Yaml.Node selector, Yaml.Node template)
    {
        var labels = template["metadata"]["labels"].Entries.ToDictionary(label => label.Key, label => label.Value.Text, StringComparer.Ordinal);
        return (selector.TryGet("matchLabels")?.Entries.All(label => labels.GetValueOrDefault(label.Key) == label.Value.Text) ?? true)
            && (selector.TryGet("matchExpressions")?.Items.All(expression => Holds(expression, labels)) ?? true);
    }

    private static bool Holds(Yaml.Node expression, Dictionary<string, string> labels)
    {
        var value = labels.GetValueOrDefault(expression["key"].Text);
        var isNamed = value is not null && expression.TryGet("values")?.Items.Any(item => item.Text == value) == true;
        return expression["operator"].Text switch
        {
            "In" => isNamed,
            "NotIn" => !isNamed,
            "Exists" => value is not null,
            "DoesNotExist" => value is null,
            var unknown => throw new InvalidOperationException($"No such operator: {unknown}"),
        };
    }
}
