using System.Globalization;
using System.Text.RegularExpressions;
using NewsPlatform.Testing;

namespace NewsPlatform.ComposeCheck;

/// <summary>The parts of <c>docker-compose.yml</c> that processes can obey: what is started, with which settings and secrets, after what, and when it is healthy.</summary>
internal sealed partial class ComposeFile
{
    private readonly Yaml.Node _root = Yaml.ReadAll("docker-compose.yml")[0];

    /// <summary>The services that <c>docker compose --profile …</c> would start.</summary>
    public IReadOnlyList<ComposeService> ServicesOf(string? profile) =>
    [
        .. _root["services"].Entries
            .Where(service => service.Value.TryGet("profiles") is not { } profiles || profiles.Items.Any(item => item.Text == profile))
            .Select(service => Read(service.Key, service.Value)),
    ];

    /// <summary>The file of a secret, by its name, below the folder that the script makes.</summary>
    public string FileOfSecret(string name) => Path.GetFileName(_root["secrets"][name]["file"].Text);

    private static ComposeService Read(string name, Yaml.Node service) => new(
        name,
        Target: service.TryGet("build")?["target"].Text,
        Image: Substituted(service["image"].Text),
        Command: [.. (service.TryGet("command")?.Items ?? []).Select(word => Substituted(word.Text))],
        Environment: (service.TryGet("environment")?.Entries ?? new Dictionary<string, Yaml.Node>(StringComparer.Ordinal)).ToDictionary(variable => variable.Key, variable => Substituted(variable.Value.Text), StringComparer.Ordinal),
        Secrets: (service.TryGet("secrets")?.Items ?? []).ToDictionary(secret => secret.TryGet("source")?.Text ?? secret.Text, secret => secret.TryGet("target")?.Text ?? $"/run/secrets/{secret.Text}", StringComparer.Ordinal),
        Mounts: [.. (service.TryGet("volumes")?.Items ?? []).Select(volume => volume.Text.Split(':'))],
        After: (service.TryGet("depends_on")?.Entries ?? new Dictionary<string, Yaml.Node>(StringComparer.Ordinal)).ToDictionary(needed => needed.Key, needed => needed.Value["condition"].Text, StringComparer.Ordinal),
        Health: ReadHealth(service.TryGet("healthcheck")),
        Grace: service.TryGet("stop_grace_period") is { } grace ? Seconds(grace.Text) : TimeSpan.FromSeconds(10));

    private static HealthCheck? ReadHealth(Yaml.Node? health) => health is null ? null : new HealthCheck(
        [.. health["test"].Items.Select(word => Substituted(word.Text))],
        Seconds(health["start_interval"].Text),
        Seconds(health["start_period"].Text) + (int.Parse(health["retries"].Text, CultureInfo.InvariantCulture) * Seconds(health["interval"].Text)));

    private static TimeSpan Seconds(string text) => TimeSpan.FromSeconds(double.Parse(text.TrimEnd('s'), CultureInfo.InvariantCulture));

    // ${NAME:-default}, ${NAME:?sentence} and $$.
    private static string Substituted(string text) => Variable().Replace(text, match =>
    {
        if (match.Value == "$$")
        {
            return "$";
        }

        var value = Environment.GetEnvironmentVariable(match.Groups["name"].Value);
        return value is { Length: > 0 } ? value
            : match.Groups["kind"].Value == ":-" ? match.Groups["rest"].Value
            : throw new InvalidOperationException($"docker-compose.yml needs the variable {match.Groups["name"].Value}: {match.Groups["rest"].Value}");
    });

    [GeneratedRegex(@"\$\$|\$\{(?<name>\w+)(?:(?<kind>:[-?])(?<rest>[^}]*))?\}", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Variable();
}

/// <summary>One service of the file.</summary>
/// <param name="Name">Its name, and its host's.</param>
/// <param name="Target">The Dockerfile's target; null = an image of others.</param>
/// <param name="Image">Name and tag.</param>
/// <param name="Command">Words after the image's entry point.</param>
/// <param name="Environment">Variables.</param>
/// <param name="Secrets">Where each secret is seen, by the secret's name.</param>
/// <param name="Mounts">Source, target and mode of each volume.</param>
/// <param name="After">What must be in which state before it starts.</param>
/// <param name="Health">Null = none.</param>
/// <param name="Grace">Time to end after SIGTERM.</param>
internal sealed record ComposeService(
    string Name,
    string? Target,
    string Image,
    IReadOnlyList<string> Command,
    IReadOnlyDictionary<string, string> Environment,
    IReadOnlyDictionary<string, string> Secrets,
    IReadOnlyList<string[]> Mounts,
    IReadOnlyDictionary<string, string> After,
    HealthCheck? Health,
    TimeSpan Grace);

/// <summary>How a container says that it is healthy.</summary>
/// <param name="Test">The command with its leading <c>CMD</c> or <c>CMD-SHELL</c>.</param>
/// <param name="Interval">Between two tries while it starts.</param>
/// <param name="Patience">Until compose would give it up.</param>
internal sealed record HealthCheck(IReadOnlyList<string> Test, TimeSpan Interval, TimeSpan Patience);
