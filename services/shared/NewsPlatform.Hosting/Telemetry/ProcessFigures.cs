using System.Diagnostics.Metrics;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Health;
using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Hosting.Telemetry;

/// <summary>Readiness by check, so that an alert can name what is away.</summary>
internal sealed class HealthFigures : IFigures
{
    private readonly HealthCheckService _health;
    private volatile IReadOnlyList<Measurement<int>> _last = [];

    public HealthFigures(HealthCheckService health, IMeterFactory meters)
    {
        _health = health;
        meters.Create("NewsPlatform.Hosting").CreateObservableGauge("newsplatform.health.ready", () => _last, description: "1 = the check passes, 0 = it does not.");
    }

    public async Task SampleAsync(CancellationToken ct)
    {
        var report = await _health.CheckHealthAsync(check => check.Tags.Contains(HealthTags.Ready), ct);
        _last = [.. report.Entries.Select(entry => new Measurement<int>(entry.Value.Status == HealthStatus.Healthy ? 1 : 0, new KeyValuePair<string, object?>("Check", entry.Key)))];
    }
}

/// <summary>Room on the disk of the embedded store.</summary>
internal sealed class DiskFigures : IFigures
{
    private readonly string _folder;
    private long? _free;

    public DiskFigures(IOptions<StorageOptions> storage, IMeterFactory meters)
    {
        _folder = Path.GetFullPath(storage.Value.Path);
        meters.Create("NewsPlatform.Hosting").CreateObservableGauge("newsplatform.storage.free", Read, unit: "By", description: "Bytes free on the disk of the SQLite files.");
    }

    public Task SampleAsync(CancellationToken ct)
    {
        _free = new DriveInfo(_folder).AvailableFreeSpace;
        return Task.CompletedTask;
    }

    private IEnumerable<Measurement<long>> Read() => _free is { } free ? [new Measurement<long>(free)] : [];
}
