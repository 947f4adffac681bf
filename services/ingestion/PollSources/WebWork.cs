using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.LimitIntake;
using NewsPlatform.Ingestion.RespectSites;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>The rhythm that scheduler and page fetcher share: look for work when woken or every second, run it beside, survive its failures.</summary>
internal sealed class WebWork(PollSignal signal, IntakeGauge gauge, LimitHits hits, IOptions<PollingOptions> options, IOptions<PolitenessOptions> politeness, IngestionMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan Tick = TimeSpan.FromSeconds(1);

    /// <summary>Who claims: the machine (a pod's own name), so that a process that starts again takes back what it held.</summary>
    public string Owner { get; } = Environment.MachineName;

    public PollingOptions Options => options.Value;

    public int ConcurrentPerHost => politeness.Value.ConcurrentPerHost;

    public LimitHits Hits => hits;

    public IngestionMetrics Metrics => metrics;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>False while the intake is closed: sources and pages stay due.</summary>
    public bool MayFetch => gauge.State().IsOpen;

    /// <summary>False also while pages enough wait to be fetched.</summary>
    public bool MayPoll => MayFetch && !gauge.HasPagesEnough;

    public async Task LoopAsync(Func<CancellationToken, Task> first, Func<CancellationToken, Task> look, Action<Exception> failed, CancellationToken ct)
    {
        var next = first;
        while (!ct.IsCancellationRequested)
        {
            var woken = signal.Next();
            try
            {
                await next(ct);
                if (next == first)
                {
                    next = look;
                    continue;
                }
            }
            catch (Exception failure) when (!ct.IsCancellationRequested)
            {
                // Whatever was not done is still due in the store.
                failed(failure);
            }

            await Task.WhenAny(woken, Task.Delay(Tick, time, ct));
        }
    }

    /// <summary>Runs the work beside the loop and wakes it afterwards.</summary>
    public void Run(Func<Task> work, Action done, Action<Exception> failed) => _ = Task.Run(async () =>
    {
        try
        {
            await work();
        }
        catch (OperationCanceledException)
        {
            // The process ends; the claim ends by itself.
        }
        catch (Exception failure)
        {
            failed(failure);
        }
        finally
        {
            done();
            signal.Wake();
        }
    });
}
