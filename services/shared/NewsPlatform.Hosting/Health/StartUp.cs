using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace NewsPlatform.Hosting.Health;

/// <summary>Something that a process does once before it is of use, and that may take minutes. (Schemas are brought up to date before it answers at all.)</summary>
public interface IStartUpStep
{
    /// <summary>What it is, for <c>/health/started</c>.</summary>
    string Name { get; }

    bool IsOver { get; }
}

/// <summary>Started = every step of the start is over; once true it stays true.</summary>
internal sealed class StartUpHealthCheck(IEnumerable<IStartUpStep> steps) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var open = steps.Where(step => !step.IsOver).Select(step => step.Name).ToList();
        return Task.FromResult(open.Count == 0 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy($"Not over yet: {string.Join(", ", open)}."));
    }
}

/// <summary>Which question a check answers.</summary>
public static class HealthTags
{
    public const string Ready = "ready";
    public const string Started = "started";
}
