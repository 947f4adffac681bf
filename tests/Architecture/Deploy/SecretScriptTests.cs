using System.Diagnostics;
using System.Runtime.Versioning;
using NewsPlatform.Testing;

namespace NewsPlatform.Architecture.Tests.Deploy;

/// <summary>The two scripts that make secrets: random, once, and consistent with each other.</summary>
[SupportedOSPlatform("linux")]
public sealed class SecretScriptTests : IDisposable
{
    private readonly TempFolder _folder = new();

    [Fact]
    public void Compose_gets_random_secrets_once_that_others_on_the_machine_cannot_reach_and_containers_can_read()
    {
        Run(Repository.PathOf("deploy", "compose.secrets"), _folder.File("secrets"));
        var first = Read();
        Run(Repository.PathOf("deploy", "compose.secrets"), _folder.File("secrets"));

        Assert.Equal(first, Read());
        Assert.Equal($"amqp://newsplatform:{first["rabbitmq-password"].Trim()}@rabbitmq:5672/", first["rabbitmq-uri"].Trim());
        Assert.Contains($"default_pass = {first["rabbitmq-password"].Trim()}", first["rabbitmq.conf"], StringComparison.Ordinal);
        Assert.Contains(first["mongodb-password"].Trim(), first["mongodb-uri"], StringComparison.Ordinal);
        Assert.Distinct(new[] { "admin-key", "rabbitmq-password", "mongodb-root-password", "mongodb-password", "mongodb-keyfile" }.Select(name => first[name]));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(_folder.File("secrets")));
        Assert.True(File.GetUnixFileMode(Path.Combine(_folder.File("secrets"), "admin-key")).HasFlag(UnixFileMode.OtherRead));
    }

    [Fact]
    public void An_overlay_gets_random_secrets_once_with_the_same_password_in_the_address()
    {
        var overlay = Path.Combine(_folder.Path, "overlays", "dev");
        Directory.CreateDirectory(overlay);
        foreach (var example in Directory.GetFiles(Repository.PathOf("deploy", "kubernetes", "overlays", "dev"), "*.env.example"))
        {
            File.Copy(example, Path.Combine(overlay, Path.GetFileName(example)));
        }

        File.Copy(Repository.PathOf("deploy", "kubernetes", "secrets"), _folder.File("secrets"));
        Run(_folder.File("secrets"), "dev");
        var first = File.ReadAllText(Path.Combine(overlay, "secrets.env"));
        File.Delete(Path.Combine(overlay, "rabbitmq.env"));
        Run(_folder.File("secrets"), "dev");

        Assert.Equal(first, File.ReadAllText(Path.Combine(overlay, "secrets.env")));
        Assert.DoesNotContain("RANDOM", first, StringComparison.Ordinal);
        var password = first.Split('\n').Single(line => line.StartsWith("rabbitmq-password=", StringComparison.Ordinal)).Split('=')[1];
        Assert.Contains($"newsplatform:{password}@rabbitmq", File.ReadAllText(Path.Combine(overlay, "rabbitmq.env")), StringComparison.Ordinal);
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(overlay, "secrets.env")));
    }

    public void Dispose() => _folder.Dispose();

    private static void Run(string script, string argument)
    {
        using var process = Process.Start(new ProcessStartInfo(script, [argument]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    private SortedDictionary<string, string> Read() =>
        new(Directory.GetFiles(_folder.File("secrets")).ToDictionary(file => Path.GetFileName(file), File.ReadAllText, StringComparer.Ordinal), StringComparer.Ordinal);
}
