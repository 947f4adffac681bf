using System.Diagnostics;
using NewsPlatform.Testing;

namespace NewsPlatform.ComposeCheck;

/// <summary>Starts the file's services as processes in the order that it asks for, and stops them again.</summary>
internal sealed class ComposeRun(ComposeFile file, string published, string folder, TextWriter report) : IAsyncDisposable
{
    private readonly Places _places = new(published);
    private readonly string _secrets = Path.Combine(folder, "secrets");
    private readonly Stores _stores = new(file, Path.Combine(folder, "secrets"), Path.Combine(folder, "data"));
    private readonly Dictionary<string, Task> _healthy = new(StringComparer.Ordinal);
    private readonly List<Container> _containers = [];
    private readonly long _started = TimeProvider.System.GetTimestamp();

    public Uri Gateway => new($"http://127.0.0.1:{_places.PortOf("gateway")}/");

    /// <summary>Everything that the profile holds is healthy, or the first that is not is named.</summary>
    public async Task StartAsync(string profile)
    {
        await MakeSecretsAsync();
        var services = file.ServicesOf(profile);
        foreach (var service in services)
        {
            _places.AddService(service);
        }

        // The demo's hosts are names in a domain that only compose's network knows; here a domain of this machine stands for it, and this machine for the network.
        _places.AddName("edition.internal", "localhost");
        _places.AddName("10.253.53.0/24", "127.0.0.0/8");
        var left = services.ToList();
        while (left.Count > 0)
        {
            var next = left.FirstOrDefault(service => service.After.Keys.All(_healthy.ContainsKey))
                ?? throw new InvalidOperationException($"depends_on goes in a circle: {string.Join(", ", left.Select(service => service.Name))}.");
            left.Remove(next);
            _healthy[next.Name] = StartAfterAsync(next);
        }

        await Task.WhenAll(_healthy.Values);
    }

    /// <summary>SIGTERM to all, the last started first; a sentence for each that did not end well.</summary>
    public async Task<IReadOnlyList<string>> StopAsync()
    {
        var wrong = new List<string>();
        foreach (var container in Enumerable.Reverse(_containers))
        {
            var end = await container.StopAsync();
            if (end is not { ExitCode: 0 })
            {
                wrong.Add(end is null ? $"{container.Service.Name} did not stop within {container.Service.Grace.TotalSeconds:0} s" : $"{container.Service.Name} ended with {end.Value.ExitCode}\n{container.LastLines}");
            }

            await report.WriteLineAsync($"  {container.Service.Name,-11} stopped in {end?.Took.TotalSeconds:0.0} s");
        }

        return wrong;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var container in _containers)
        {
            await container.DisposeAsync();
        }

        await _stores.DisposeAsync();
    }

    private async Task MakeSecretsAsync()
    {
        using var script = Process.Start(new ProcessStartInfo(Repository.PathOf("deploy", "compose.secrets"), [_secrets]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        await script.StandardOutput.ReadToEndAsync();
        await script.WaitForExitAsync();
    }

    private async Task StartAfterAsync(ComposeService service)
    {
        foreach (var (needed, condition) in service.After)
        {
            await (condition == "service_healthy" ? _healthy[needed] : throw new InvalidOperationException($"{service.Name} waits for '{condition}' of {needed}: only service_healthy is understood here."));
        }

        var from = TimeProvider.System.GetTimestamp();
        var what = service.Target is null ? await _stores.StartAsync(service, _places) : await RunAsync(service);
        await report.WriteLineAsync($"  {service.Name,-11} healthy after {TimeProvider.System.GetElapsedTime(from).TotalSeconds,4:0.0} s, {TimeProvider.System.GetElapsedTime(_started).TotalSeconds,4:0.0} s in all   {what}");
    }

    private async Task<string> RunAsync(ComposeService service)
    {
        var secrets = GiveSecrets(service);
        string Here(string text) => _places.Here(text, service.Name, secrets);
        var environment = _stores.Replace(service.Environment, service.Name).ToDictionary(variable => variable.Key, variable => Here(variable.Value), StringComparer.Ordinal);
        environment["DOTNET_ROOT"] = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", ".."));
        environment["DOTNET_EnableDiagnostics"] = "0";

        var container = Container.Run(service, _places.EntryPoint(service.Target!), service.Command.Select(Here), environment);
        _containers.Add(container);
        await BecomesHealthyAsync(container, service.Health!, Here);
        return service.Secrets.Count == 0 ? "" : $"secrets: {string.Join(", ", service.Secrets.Keys)}";
    }

    private async Task BecomesHealthyAsync(Container container, HealthCheck health, Func<string, string> here)
    {
        if (health.Test[0] != "CMD")
        {
            throw new InvalidOperationException($"{container.Service.Name}'s health check is {health.Test[0]}: the images have no shell, only CMD can work.");
        }

        var program = _places.Program(container.Service.Target!, health.Test[1]);
        using var timer = new PeriodicTimer(health.Interval);
        var from = TimeProvider.System.GetTimestamp();
        while (!await container.IsHealthyAsync(program, health.Test.Skip(2).Select(here)))
        {
            if (container.HasEnded || TimeProvider.System.GetElapsedTime(from) > health.Patience)
            {
                throw new InvalidOperationException($"{container.Service.Name} {(container.HasEnded ? "ended" : "did not become healthy")}:\n{container.LastLines}");
            }

            await timer.WaitForNextTickAsync();
        }
    }

    // Its own secrets and no others, readable as the script made them, with this machine's places in the addresses.
    private string GiveSecrets(ComposeService service)
    {
        var own = Directory.CreateDirectory(Path.Combine(folder, "run", service.Name)).FullName;
        foreach (var (name, target) in service.Secrets)
        {
            var source = Path.Combine(_secrets, file.FileOfSecret(name));
            var copy = Path.Combine(own, Path.GetFileName(target));
            File.WriteAllText(copy, _places.Here(File.ReadAllText(source), service.Name, own));
            File.SetUnixFileMode(copy, File.GetUnixFileMode(source));
        }

        return own;
    }
}
