using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsPlatform.Contracts.Restores;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Hosting.Restores;

/// <summary>A service hears of the restores of others and heals, and of the healing of its own.</summary>
internal sealed partial class HealRestoreConsumer<THealing>(THealing healing, IServiceProvider services, ILogger<HealRestoreConsumer<THealing>> logger)
    : IConsumer<DatabaseRestored>, IConsumer<RestoreHealed> where THealing : class, IRestoreHealing
{
    private const string Stage = "heal-restore";

    public async Task Consume(ConsumeContext<DatabaseRestored> context)
    {
        using var run = healing.Metrics.Step(Stage);
        var restored = context.Message;
        var isOwn = restored.Service == THealing.Service;
        if (!isOwn)
        {
            await healing.HealAsync(restored, context.CancellationToken);
            await context.Publish(new RestoreHealed(restored.Service, restored.RestoreId, THealing.Service), context.CancellationToken).InTimeAsync();
        }

        End(run, restored.Service, restored.RestoreId, isOwn ? "own" : "healed");
    }

    public async Task Consume(ConsumeContext<RestoreHealed> context)
    {
        using var run = healing.Metrics.Step(Stage);
        var healed = context.Message;
        if (healed.Service == THealing.Service)
        {
            var facts = services.GetRequiredKeyedService<IServiceFacts>(THealing.Service);
            await facts.WriteAsync(RestoreMark.HealedBy(healed.HealedBy), healed.RestoreId, context.CancellationToken);
        }

        End(run, healed.Service, healed.RestoreId, "answered");
    }

    private void End(StageRun run, string service, string restoreId, string outcome)
    {
        run.End(outcome);
        LogTold(Stage, outcome, service, restoreId);
    }

    [LoggerMessage(LogLevel.Information, "{Stage} {Outcome}: restore {RestoreId} of the database of {Service}")]
    private partial void LogTold(string stage, string outcome, string service, string restoreId);
}
