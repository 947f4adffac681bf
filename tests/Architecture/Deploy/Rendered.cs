using System.Collections.Concurrent;
using System.ComponentModel;
using System.Diagnostics;
using NewsPlatform.Testing;

namespace NewsPlatform.Architecture.Tests.Deploy;

/// <summary>What <c>kubectl kustomize</c> makes of an overlay and components laid over it; skips the test where no kubectl is to be had that can.</summary>
internal sealed class Rendered
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<Yaml.Node>> Known = new(StringComparer.Ordinal);

    private readonly IReadOnlyList<Yaml.Node> _objects;

    private Rendered(IReadOnlyList<Yaml.Node> objects) => _objects = objects;

    /// <param name="overlay">A folder of <c>deploy/kubernetes/overlays</c>.</param>
    /// <param name="components">Folders of <c>deploy/kubernetes/components</c>.</param>
    public static Rendered Of(string overlay, params string[] components) =>
        new(Known.GetOrAdd($"{overlay} {string.Join(' ', components)}", _ => Render(overlay, components)));

    public IEnumerable<Yaml.Node> All => _objects;

    public IEnumerable<Yaml.Node> OfKind(string kind) => _objects.Where(item => item["kind"].Text == kind);

    public Yaml.Node Get(string kind, string name) => Assert.Single(OfKind(kind), item => NameOf(item) == name);

    /// <summary>Everything that makes pods, with the pods' template.</summary>
    public IEnumerable<(string Name, Yaml.Node Template)> Pods =>
        _objects.Select(item => (Name: NameOf(item), Template: TemplateOf(item))).Where(pod => pod.Template is not null).Select(pod => (pod.Name, pod.Template!));

    public static string NameOf(Yaml.Node item) => item["metadata"]["name"].Text;

    private static Yaml.Node? TemplateOf(Yaml.Node item) => item["kind"].Text switch
    {
        "Deployment" or "StatefulSet" or "Job" => item["spec"]["template"],
        "CronJob" => item["spec"]["jobTemplate"]["spec"]["template"],
        _ => null,
    };

    private static IReadOnlyList<Yaml.Node> Render(string overlay, string[] components)
    {
        using var folder = new TempFolder();
        foreach (var source in new[] { "kubernetes", "rabbitmq", "mongodb" })
        {
            Copy(Repository.PathOf("deploy", source), folder.File(source));
        }

        // As the script would make it, but always the same.
        foreach (var example in Directory.GetFiles(Path.Combine(folder.File("kubernetes"), "overlays", overlay), "*.env.example"))
        {
            File.WriteAllText(example[..^".example".Length], File.ReadAllText(example).Replace("RANDOM", "0123456789", StringComparison.Ordinal));
        }

        var top = Path.Combine(folder.File("kubernetes"), "overlays", "of-this-test");
        Directory.CreateDirectory(top);
        File.WriteAllText(Path.Combine(top, "kustomization.yaml"), $"""
            apiVersion: kustomize.config.k8s.io/v1beta1
            kind: Kustomization
            resources: [../{overlay}]
            components: [{string.Join(", ", components.Select(component => $"../../components/{component}"))}]
            """);
        using var text = new StringReader(Kustomize(top));
        return Yaml.Parse(text);
    }

    private static string Kustomize(string folder)
    {
        try
        {
            using var kubectl = Process.Start(new ProcessStartInfo("kubectl", ["kustomize", folder]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
            var error = kubectl.StandardError.ReadToEndAsync();
            var rendered = kubectl.StandardOutput.ReadToEnd();
            kubectl.WaitForExit();
            if (kubectl.ExitCode != 0 && error.Result.Contains("unknown field \"components\"", StringComparison.Ordinal))
            {
                Assert.Skip("kubectl is too old for kustomize components (1.21 and newer have them).");
            }

            Assert.True(kubectl.ExitCode == 0, error.Result);
            return rendered;
        }
        catch (Win32Exception)
        {
            Assert.Skip("kubectl is not installed.");
            throw;
        }
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.GetFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.GetDirectories(from))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
