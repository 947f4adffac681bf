using System.Net;
using System.Net.Http.Json;
using NewsPlatform.Standalone;
using NewsPlatform.Standalone.ServeEdition;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests;

/// <summary>The four processes on a real RabbitMQ, each engine of storage that can be had.</summary>
public sealed class DistributedTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private RabbitMqServer? _broker;

    public async ValueTask InitializeAsync() => _broker = await RabbitMqServer.StartOrSkipAsync();

    [Fact]
    public async Task Four_processes_on_sqlite_take_in_the_edition_though_each_is_killed_on_the_way()
    {
        await TakeInWithKillsAsync(storage: null);
    }

    [Fact]
    public async Task Four_processes_on_mongodb_take_in_the_edition_though_each_is_killed_on_the_way()
    {
        var address = MongoDbAddress.OrSkip();
#if MONGODB
        var prefix = $"e2e{Guid.NewGuid():N}"[..16];
        try
        {
            await TakeInWithKillsAsync(new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Storage__Engine"] = "MongoDb",
                ["Storage__MongoDb__ConnectionString"] = address,
                ["Storage__MongoDb__DatabasePrefix"] = prefix,
            });
        }
        finally
        {
            await Testing.MongoDb.MongoTestDatabase.DropAllAsync(address, prefix);
        }
#else
        Assert.Skip($"This build has no MongoDB engine for {address}: build with -p:MongoDb=true.");
        await Task.CompletedTask;
#endif
    }

    public async ValueTask DisposeAsync()
    {
        if (_broker is not null)
        {
            await _broker.DisposeAsync();
        }

        _folder.Dispose();
    }

    private async Task TakeInWithKillsAsync(IReadOnlyDictionary<string, string>? storage)
    {
        using var siteFolder = DataFolder.Open(_folder.File("site"));
        await using var site = await EditionSite.StartAsync(siteFolder, default);
        await using var run = await DistributedRun.StartAsync(_folder.Path, _broker!.Uri, storage);
        foreach (var publisher in site.Edition.Publishers)
        {
            var source = new { name = publisher.Name, kind = publisher.Lists[0].Kind, url = site.UrlOf(publisher.Lists[0].Url), language = publisher.Language };
            Assert.Equal(HttpStatusCode.Created, (await run.Api.SendAsync(HttpMethod.Post, "api/v1/sources", JsonContent.Create(source))).Status);
        }

        foreach (var (service, after) in new[] { ("ingestion", 5), ("enrichment", 12), ("publishing", 20), ("gateway", 25) })
        {
            await Eventually.BecomesAsync(run.Api.TryReadPipelineAsync, buckets => buckets.Accepted >= after, TimeSpan.FromSeconds(90), $"{after} accepted articles");
            await run.KillAndStartAsync(service);
        }

        await run.BecomesReadyAsync();
        await run.Api.SettlesAsync(EditionGold.Articles.Count, TimeSpan.FromSeconds(240));
        await EditionGold.AssertPublishedOnceAsync(run.Api);
    }
}
