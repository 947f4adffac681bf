using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests;

/// <summary>The four processes of compose and Kubernetes on a real RabbitMQ, and the edition's site beside them.</summary>
internal sealed class DistributedRun : IAsyncDisposable
{
    public const string Key = "the-key-of-this-test";

    private readonly string _folder;
    private readonly Dictionary<string, (ServiceProcess Process, string Project, string Assembly, int Port)> _services = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _environment;

    private DistributedRun(string folder, Dictionary<string, string> environment, int gatewayPort)
    {
        _folder = folder;
        _environment = environment;
        Api = new PlatformApi(new Uri($"http://127.0.0.1:{gatewayPort}/"), Key);
    }

    public PlatformApi Api { get; }

    /// <param name="folder">Where SQLite files lie.</param>
    /// <param name="broker">The RabbitMQ address.</param>
    /// <param name="storage">Further configuration, e.g. of the storage engine.</param>
    public static async Task<DistributedRun> StartAsync(string folder, string broker, IReadOnlyDictionary<string, string>? storage = null)
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
        var run = new DistributedRun(folder, environment, gateway);
        run.Add("ingestion", "services/ingestion", "NewsPlatform.Ingestion", ingestion);
        run.Add("enrichment", "services/enrichment", "NewsPlatform.Enrichment", enrichment);
        run.Add("publishing", "services/publishing", "NewsPlatform.Publishing", publishing);
        run.Add("gateway", "gateway", "NewsPlatform.Gateway", gateway);
        await run.BecomesReadyAsync();
        return run;
    }

    /// <summary><c>kill -9</c>, and the start of the same command again.</summary>
    public async Task KillAndStartAsync(string service)
    {
        var (process, project, assembly, port) = _services[service];
        await process.DisposeAsync();
        Add(service, project, assembly, port);
    }

    /// <summary>Waits until every service says that it can consume, publish and store.</summary>
    public async Task BecomesReadyAsync()
    {
        using var client = new HttpClient();
        foreach (var (name, service) in _services)
        {
            await Eventually.BecomesTrueAsync(() => IsReadyAsync(client, service.Port), TimeSpan.FromSeconds(90), $"{name}'s readiness");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Api.Dispose();
        foreach (var service in _services.Values)
        {
            await service.Process.DisposeAsync();
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient client, int port)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/health/ready"));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private void Add(string name, string project, string assembly, int port) =>
        _services[name] = (ServiceProcess.Start(project, assembly, ["--urls", $"http://127.0.0.1:{port}"], _environment), project, assembly, port);
}
