using System.Globalization;
using System.Text.RegularExpressions;
using NewsPlatform.Testing;

namespace NewsPlatform.ComposeCheck;

/// <summary>Where the containers' hosts, ports and files are on this machine: every container is at 127.0.0.1, its port a free one, its files in a folder of its own.</summary>
internal sealed partial class Places(string published)
{
    private readonly Dictionary<(string Service, string Port), int> _ports = [];
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);

    /// <summary>Notes a service's ports: those that it is told in its environment and asked on for its health.</summary>
    public void AddService(ComposeService service)
    {
        var told = service.Environment.Where(variable => variable.Key == "ASPNETCORE_HTTP_PORTS").Select(variable => variable.Value);
        var asked = (service.Health?.Test ?? []).SelectMany(word => OwnPort().Matches(word).Select(match => match.Groups["port"].Value));
        foreach (var port in told.Concat(asked).Distinct(StringComparer.Ordinal))
        {
            _ports[(service.Name, port)] = FreePort.Next();
        }
    }

    /// <summary>Notes where something is that is no process of ours, e.g. <c>rabbitmq:5672</c>.</summary>
    public void Add(string service, string port, int here) => _ports[(service, port)] = here;

    /// <summary>Notes another word for something, e.g. a domain whose names lead to a container.</summary>
    public void AddName(string word, string here) => _names[word] = here;

    public int PortOf(string service) => _ports.First(port => port.Key.Service == service).Value;

    /// <summary>The text as it must read here, for this container.</summary>
    public string Here(string text, string service, string secrets)
    {
        foreach (var ((host, port), here) in _ports)
        {
            text = Regex.Replace(text, $@"\b{Regex.Escape(host)}:{port}\b", $"127.0.0.1:{here}", RegexOptions.None, TimeSpan.FromSeconds(1));
            if (host == service)
            {
                text = text == port ? here.ToString(CultureInfo.InvariantCulture) : text.Replace($"127.0.0.1:{port}", $"127.0.0.1:{here}", StringComparison.Ordinal);
            }
        }

        foreach (var (word, here) in _names)
        {
            text = text.Replace(word, here, StringComparison.Ordinal);
        }

        return text.Replace("/run/secrets", secrets, StringComparison.Ordinal);
    }

    /// <summary>The program that a container's <c>/app/…</c> is.</summary>
    public string Program(string target, string path) => path.Replace("/app/", Path.Combine(published, target) + "/", StringComparison.Ordinal);

    /// <summary>The program that starts the target's container, by the Dockerfile's entry point.</summary>
    public string EntryPoint(string target)
    {
        var stage = File.ReadAllText(Repository.PathOf("deploy", "Dockerfile")).Split($"\nFROM process AS {target}\n")[1];
        return Program(target, Entry().Match(stage).Groups["program"].Value);
    }

    [GeneratedRegex(@"127\.0\.0\.1:(?<port>\d+)", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex OwnPort();

    [GeneratedRegex("^ENTRYPOINT \\[\"(?<program>[^\"]+)\"", RegexOptions.Multiline, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Entry();
}
