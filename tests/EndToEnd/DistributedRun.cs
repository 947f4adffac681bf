using System.Net.Sockets;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests;

/// <summary>The four processes of compose and Kubernetes on a real RabbitMQ.</summary>
internal sealed class DistributedRun : IAsyncDisposable
{
    public const string Key = "the-key-of-this-test";

    private static readonly TimeSpan ReadyPatience = TimeSpan.FromSeconds(90);

    private readonly Dictionary<string, RunningService> _services = new(StringComparer.Ordinal);
    private readonly HttpClient _probe = new() { Timeout = TimeSpan.FromSeconds(15) };

    private DistributedRun(int gatewayPort) => Api = new PlatformApi(new Uri($"http://127.0.0.1:{gatewayPort}/"), Key);

    public PlatformApi Api { get; }

    /// <summary>ingestion, enrichment, publishing, gateway.</summary>
    public IReadOnlyCollection<string> Services => _services.Keys;

    /// <param name="folder">Where SQLite files lie.</param>
    /// <param name="broker">The RabbitMQ address.</param>
    /// <param name="storage">Configuration of another storage engine.</param>
    /// <param name="more">Further variables of every process.</param>
    public static async Task<DistributedRun> StartAsync(
        string folder, string broker, IReadOnlyDictionary<string, string>? storage = null, IReadOnlyDictionary<string, string>? more = null)
    {
        int ingestion = FreePort.Next(), enrichment = FreePort.Next(), publishing = FreePort.Next(), gateway = FreePort.Next();
        var environment = new Dictionary<string, string>(storage ?? new Dictionary<string, string>(StringComparer.Ordinal) { ["Storage__Path"] = folder }, StringComparer.Ordinal)
        {
            ["Messaging__Transport"] = "RabbitMq",
            ["Messaging__RabbitMq__Uri"] = broker,
            ["Fetching__AllowedNetworks"] = "127.0.0.0/8;::1/128",
            ["Gateway__Ingestion"] = $"http://127.0.0.1:{ingestion}",
            ["Gateway__Enrichment"] = $"http://127.0.0.1:{enrichment}",
            ["Gateway__Publishing"] = $"http://127.0.0.1:{publishing}",
            ["Gateway__Keys__admin__Key"] = Key,
            ["Gateway__Keys__admin__Scopes"] = "admin",
        };
        var run = new DistributedRun(gateway);
        run.Add("ingestion", "services/ingestion", "NewsPlatform.Ingestion", ingestion);
        run.Add("enrichment", "services/enrichment", "NewsPlatform.Enrichment", enrichment);
        run.Add("publishing", "services/publishing", "NewsPlatform.Publishing", publishing);
        run.Add("gateway", "gateway", "NewsPlatform.Gateway", gateway);
        foreach (var service in run._services.Values)
        {
            service.Environment = With(environment, more);
            service.Start(more: null);
        }

        await run.BecomesReadyAsync();
        return run;
    }

    /// <summary>Starts one more process of a service on the same data, under a name of its own.</summary>
    /// <param name="name">What this run calls it.</param>
    /// <param name="service">Which service it is one more of.</param>
    /// <param name="more">Variables of this process, every time it is started.</param>
    public void AddReplica(string name, string service, IReadOnlyDictionary<string, string> more)
    {
        _services[name] = _services[service].Replica(FreePort.Next(), more);
        Start(name);
    }

    /// <summary>The process that runs the service now.</summary>
    public ServiceProcess ProcessOf(string service) => _services[service].Processes[^1];

    /// <summary>What all processes of the service wrote, oldest first.</summary>
    public string OutputOf(string service) => string.Join('\n', _services[service].Processes.Select(process => process.Output));

    /// <summary>Starts the same command again.</summary>
    /// <param name="service">Which.</param>
    /// <param name="more">Variables of this one process.</param>
    public void Start(string service, IReadOnlyDictionary<string, string>? more = null) => _services[service].Start(more);

    /// <summary><c>kill -9</c>, and the start of the same command again.</summary>
    public async Task KillAndStartAsync(string service, IReadOnlyDictionary<string, string>? more = null)
    {
        await ProcessOf(service).KillAsync();
        Start(service, more);
    }

    /// <summary>Waits until every service says that it can consume, publish and store.</summary>
    public Task BecomesReadyAsync() => BecomesReadyAsync(Services, ReadyPatience);

    /// <summary>Waits until these services say so.</summary>
    public async Task BecomesReadyAsync(IEnumerable<string> services, TimeSpan patience)
    {
        foreach (var name in services)
        {
            await Eventually.BecomesAsync(() => TryReadReadinessAsync(name), status => status == 200, patience, $"{name}'s readiness");
        }
    }

    /// <summary>The status of the service's readiness probe; null when it does not answer.</summary>
    public async Task<int?> TryReadReadinessAsync(string service)
    {
        try
        {
            using var answer = await _probe.GetAsync(new Uri($"http://127.0.0.1:{_services[service].Port}/health/ready"));
            return (int)answer.StatusCode;
        }
        catch (Exception away) when (away is HttpRequestException or SocketException or TaskCanceledException)
        {
            return null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        _probe.Dispose();
        foreach (var process in _services.Values.SelectMany(service => service.Processes))
        {
            await process.DisposeAsync();
        }
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> environment, IReadOnlyDictionary<string, string>? more)
    {
        var all = new Dictionary<string, string>(environment, StringComparer.Ordinal);
        foreach (var (name, value) in more ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            all[name] = value;
        }

        return all;
    }

    private void Add(string name, string project, string assembly, int port) => _services[name] = new RunningService(project, assembly, port);

    private sealed class RunningService(string project, string assembly, int port)
    {
        public int Port => port;

        public IReadOnlyDictionary<string, string> Environment { get; set; } = new Dictionary<string, string>(StringComparer.Ordinal);

        public List<ServiceProcess> Processes { get; } = [];

        public RunningService Replica(int atPort, IReadOnlyDictionary<string, string> more) => new(project, assembly, atPort) { Environment = With(Environment, more) };

        public void Start(IReadOnlyDictionary<string, string>? more) => Processes.Add(ServiceProcess.Start(project, assembly, ["--urls", $"http://127.0.0.1:{port}"], With(Environment, more)));
    }
}
