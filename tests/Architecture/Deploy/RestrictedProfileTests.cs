using NewsPlatform.Testing;

namespace NewsPlatform.Architecture.Tests.Deploy;

/// <summary>Every pod of every overlay against Kubernetes' Pod Security Standard "restricted" (v1.32), and against what we ask beyond it.</summary>
public sealed class RestrictedProfileTests
{
    private static readonly string[] AllowedVolumes = ["configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"];
    private static readonly string[] OurProcesses = ["newsplatform/"];

    public static TheoryData<string> Overlays => ["dev", "production", "external"];

    [Theory, MemberData(nameof(Overlays))]
    public void Pods_take_nothing_of_the_host(string overlay) => Assert.All(PodsOf(overlay), pod =>
    {
        var spec = pod.Template["spec"];
        Assert.All(["hostNetwork", "hostPID", "hostIPC"], sharing => Assert.True(spec.TryGet(sharing) is null or { Text: "false" }));
        Assert.All(spec.TryGet("volumes")?.Items ?? [], volume => Assert.Subset(AllowedVolumes.ToHashSet(StringComparer.Ordinal), volume.Entries.Keys.Where(key => key != "name").ToHashSet(StringComparer.Ordinal)));
        Assert.All(ContainersOf(spec), container =>
        {
            Assert.All(container.TryGet("ports")?.Items ?? [], port => Assert.Null(port.TryGet("hostPort")));
            Assert.All(container.Entries.Where(entry => entry.Key.EndsWith("Probe", StringComparison.Ordinal)), probe => Assert.Null(probe.Value.TryGet("httpGet")?.TryGet("host")));
        });
        Assert.Null(spec["securityContext"].TryGet("sysctls"));
        Assert.Equal("false", spec["automountServiceAccountToken"].Text);
    });

    [Theory, MemberData(nameof(Overlays))]
    public void Containers_are_nobody_special_and_cannot_become_it(string overlay) => Assert.All(PodsOf(overlay), pod =>
    {
        var context = pod.Template["spec"]["securityContext"];
        Assert.Equal(("true", "RuntimeDefault"), (context["runAsNonRoot"].Text, context["seccompProfile"]["type"].Text));
        Assert.NotEqual("0", context["runAsUser"].Text);
        Assert.All(ContainersOf(pod.Template["spec"]), container =>
        {
            var own = container["securityContext"];
            Assert.Equal("false", own["allowPrivilegeEscalation"].Text);
            Assert.Equal("ALL", Assert.Single(own["capabilities"]["drop"].Items).Text);
            Assert.Null(own["capabilities"].TryGet("add"));
            Assert.All(["privileged", "procMount", "seccompProfile", "seLinuxOptions", "appArmorProfile", "windowsOptions", "runAsUser"], setting => Assert.Null(own.TryGet(setting)));
        });
    });

    [Theory, MemberData(nameof(Overlays))]
    public void Every_container_has_its_limits_and_our_own_write_nothing(string overlay) => Assert.All(PodsOf(overlay).SelectMany(pod => ContainersOf(pod.Template["spec"])), container =>
    {
        Assert.NotNull(container["resources"]["limits"].TryGet("memory"));
        Assert.All(["cpu", "memory"], resource => Assert.NotNull(container["resources"]["requests"].TryGet(resource)));
        if (OurProcesses.Any(prefix => container["image"].Text.StartsWith(prefix, StringComparison.Ordinal)))
        {
            Assert.Equal("true", container["securityContext"]["readOnlyRootFilesystem"].Text);
        }
    });

    private static IReadOnlyList<(string Name, Yaml.Node Template)> PodsOf(string overlay)
    {
        IReadOnlyList<(string Name, Yaml.Node Template)> pods = [.. Rendered.Of(overlay, [.. ComponentNames()]).Pods];
        Assert.True(pods.Count >= 4);
        return pods;
    }

    private static IEnumerable<string> ComponentNames() => Directory.GetDirectories(Repository.PathOf("deploy", "kubernetes", "components")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    private static IEnumerable<Yaml.Node> ContainersOf(Yaml.Node spec) => spec["containers"].Items.Concat(spec.TryGet("initContainers")?.Items ?? []);
}
