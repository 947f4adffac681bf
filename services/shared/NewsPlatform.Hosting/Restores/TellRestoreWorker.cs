using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NewsPlatform.Contracts.Restores;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Hosting.Restores;

/// <summary>Tells the other services that this one's database was restored, from each start on until they have healed: nobody has to remember it.</summary>
internal sealed partial class TellRestoreWorker<THealing>(
    IServiceProvider services, IBus bus, IBusGate gate, TimeProvider clock, ILogger<TellRestoreWorker<THealing>> logger) : BackgroundService where THealing : IRestoreHealing
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(30);

    private readonly IServiceFacts _facts = services.GetRequiredKeyedService<IServiceFacts>(THealing.Service);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        await gate.WaitUntilReadyAsync(stoppingToken);
        var pause = FirstPause;
        while (!await TryEndAsync(stoppingToken))
        {
            await Task.Delay(pause, clock, stoppingToken);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    private async Task<bool> TryEndAsync(CancellationToken ct)
    {
        try
        {
            if (await RestoreMark.TryReadAsync(_facts, ct) is not { } mark || await IsHealedAsync(mark, ct))
            {
                return true;
            }

            await bus.Publish(EventOf(mark), ct).InTimeAsync();
            LogTold(THealing.Service, mark.BackedUpAt, mark.RestoreId);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // A lost broker, a service that never ran yet, a busy store: told again after the pause.
            LogFailed(THealing.Service, failure);
        }

        return false;
    }

    private async Task<bool> IsHealedAsync(RestoreMark mark, CancellationToken ct)
    {
        foreach (var other in THealing.Others)
        {
            if (await _facts.TryReadAsync(RestoreMark.HealedBy(other), ct) != mark.RestoreId)
            {
                return false;
            }
        }

        return true;
    }

    private static DatabaseRestored EventOf(RestoreMark mark) => new()
    {
        Service = THealing.Service,
        RestoreId = mark.RestoreId,
        BackedUpAt = mark.BackedUpAt,
        RestoredAt = mark.RestoredAt,
        Epoch = mark.Epoch,
        ResumedAt = mark.ResumedAt,
    };

    [LoggerMessage(LogLevel.Warning, "The database of {Service} was restored as of {BackedUpAt:u} (restore {RestoreId}): the others are asked to heal")]
    private partial void LogTold(string service, DateTimeOffset backedUpAt, string restoreId);

    [LoggerMessage(LogLevel.Warning, "The restore of the database of {Service} could not be told; trying again")]
    private partial void LogFailed(string service, Exception failure);
}
