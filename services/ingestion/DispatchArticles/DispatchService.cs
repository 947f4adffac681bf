using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Ingestion.DispatchArticles;

/// <summary>Runs the dispatcher as long as the process lives, once the bus can take what it sends.</summary>
internal sealed partial class DispatchService(
    ArticleDispatcher dispatcher, DispatchSignal signal, IBusGate gate, TimeProvider time, ILogger<DispatchService> logger) : BackgroundService
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await gate.WaitUntilReadyAsync(stoppingToken);
        while (!stoppingToken.IsCancellationRequested)
        {
            if (!await TryStepAsync(stoppingToken))
                await signal.WaitAsync(Tick, time, stoppingToken);
        }
    }

    private async Task<bool> TryStepAsync(CancellationToken ct)
    {
        try
        {
            return await dispatcher.StepAsync(ct);
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            // Every step starts from the store, so the next one repeats what this one left undone.
            LogStepFailed(failure);
            dispatcher.Distrust();
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "Dispatching failed; it goes on with the next step")]
    private partial void LogStepFailed(Exception failure);
}
