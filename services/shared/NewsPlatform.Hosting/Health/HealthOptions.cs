using System.ComponentModel.DataAnnotations;

namespace NewsPlatform.Hosting.Health;

/// <summary>When a process that is not ready gives itself up.</summary>
public sealed class HealthOptions
{
    public const string Section = "Health";

    /// <summary>Minutes without readiness after which the process ends, for the orchestrator to start it anew; 0 = never, not for consumers that hang either. Only on RabbitMQ.</summary>
    [Range(0, 1440)]
    public double WatchdogMinutes { get; init; } = 5;
}
