using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>An upgrade while the news comes in: each process ends by SIGTERM and starts anew, in turn.</summary>
[Collection(nameof(FaultTests))]
public sealed class RollingRestartTests : IAsyncLifetime
{
    private const int Rounds = 2;

    private readonly TempFolder _folder = new();
    private RabbitMqServer? _broker;

    public async ValueTask InitializeAsync()
    {
        _broker = await RabbitMqServer.StartOrSkipAsync();
    }

    [Fact]
    public async Task A_rolling_restart_under_load_loses_nothing_and_every_process_ends_well()
    {
        var plan = FaultPlan.FromEnvironment() with { FeedArticles = 0 };
        var news = new InventedNews(plan.Seed + 1);
        var ledger = new ArticleLedger();
        await using var run = await DistributedRun.StartAsync(_folder.Path, _broker!.Uri);
        using var desk = new NewsDesk(run.Api, news, plan, ledger);
        var pushing = desk.RunAsync();
        var restarts = Enumerable.Range(0, Rounds).SelectMany(_ => run.Services).ToList();

        foreach (var service in restarts)
        {
            desk.Allow(desk.Requests / (restarts.Count + 1));
            var process = run.ProcessOf(service);
            await process.TerminateAsync();
            Assert.True(process.ExitCode == 0, $"{service} ended with {process.ExitCode}");
            run.Start(service);
            await run.BecomesReadyAsync([service], TimeSpan.FromMinutes(3));
        }

        desk.Allow(desk.Requests);
        await pushing;
        var withdrawn = ledger.Promises.Count(promise => promise.IsWithdrawn);
        var expected = new Buckets(ledger.Promises.Count, ledger.Promises.Count - withdrawn, 0, 0, withdrawn, 0);
        await Eventually.BecomesAsync(run.Api.TryReadPipelineAsync, buckets => buckets == expected, TimeSpan.FromMinutes(6), $"{expected}");
        var audit = new OutputAudit(run.Api, ledger);
        await audit.RunAsync();
        Assert.Empty(audit.Findings);
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }

        _folder.Dispose();
    }
}
