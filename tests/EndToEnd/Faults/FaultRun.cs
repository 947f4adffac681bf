using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Faults;

/// <summary>One run: clients push while faults are injected one after another; then everything settles and is counted.</summary>
internal sealed class FaultRun(FaultPlan plan, FaultedPlatform platform, FaultInjector injector, Action<string> tell)
{
    private static readonly TimeSpan SettlePatience = TimeSpan.FromMinutes(6);

    private readonly InventedNews _news = new(plan.Seed);
    private readonly ArticleLedger _ledger = new();
    private readonly List<FaultRecord> _records = [];
    private readonly PoisonPen _poison = new(platform, new Random(plan.Seed));

    public async Task<FaultOutcome> RunAsync()
    {
        await using var site = await FeedSite.StartAsync(_news);
        using var desk = new NewsDesk(platform.Run.Api, _news, plan, _ledger);
        var copier = MessageCopier.Start(platform, plan.Seed);
        await using var copies = copier;
        var source = await AddSourceAsync(site);
        var sequence = plan.Sequence();
        var pushing = desk.RunAsync();
        for (var i = 0; i < sequence.Count; i++)
        {
            desk.Allow(desk.Requests * (i + 1) / (sequence.Count + 1) - (desk.Requests * i / (sequence.Count + 1)));
            site.Grow((plan.FeedArticles * (i + 1) / sequence.Count) - (plan.FeedArticles * i / sequence.Count), _ledger);
            await TryPollAsync(source);
            await _poison.SendAsync((plan.Poison * (i + 1) / sequence.Count) - (plan.Poison * i / sequence.Count));
            if (sequence[i] == FaultKind.BrokerReset)
            {
                // Messages of no article are nobody's to send again once the broker has forgotten them.
                await _poison.BecomesDeadAsync(SettlePatience);
            }

            await InjectAsync(sequence[i], desk);
            if (pushing.IsFaulted)
            {
                await pushing;
            }
        }

        desk.Allow(desk.Requests);
        await pushing;
        await platform.RecoverAsync();
        await _poison.BecomesDeadAsync(SettlePatience);
        await SettleAsync(source);
        await new MangledArticle(platform).DieAndComeBackAsync(() => desk.PushOneMoreAsync());
        var buckets = await SettleAsync(source);
        var audit = new OutputAudit(platform.Run.Api, _ledger);
        await audit.RunAsync();
        return new FaultOutcome(_ledger, audit, buckets, _records, desk.Refusals, injector) { Poison = _poison.Sent, Copies = copier.Copies, Restarts = platform.Restarts, LeaderlessQueues = platform.LeaderlessQueues };
    }

    private async Task InjectAsync(FaultKind kind, NewsDesk desk)
    {
        tell($"{kind} ...");
        if (await injector.InjectAsync(kind) is { } record)
        {
            _records.Add(record);
            tell($"{record.Kind} ({record.Of}): back after {record.Recovery.TotalSeconds:0.0} s; {desk.Sent} of {desk.Requests} requests answered");
        }
    }

    private async Task<string> AddSourceAsync(FeedSite site)
    {
        var (status, source) = await platform.Run.Api.SendAsync(HttpMethod.Post, "api/v1/sources", JsonContent.Create(new { name = "Loopback News", kind = "feed", url = site.Feed }));
        Assert.Equal(HttpStatusCode.Created, status);
        return source.GetProperty("id").GetString()!;
    }

    // The feed is polled by its schedule too; asking only saves waiting.
    private async Task TryPollAsync(string source)
    {
        try
        {
            await platform.Run.Api.SendAsync(HttpMethod.Post, $"api/v1/sources/{source}/poll");
        }
        catch (Exception away) when (away is HttpRequestException or SocketException or JsonException or TaskCanceledException)
        {
            tell("the poll could not be asked for");
        }
    }

    private async Task<Buckets> SettleAsync(string source)
    {
        await platform.RecoverAsync();
        await TryPollAsync(source);
        var withdrawn = _ledger.Promises.Count(promise => promise.IsWithdrawn);
        var expected = new Buckets(_ledger.Promises.Count, _ledger.Promises.Count - withdrawn, 0, 0, withdrawn, 0);
        try
        {
            return await Eventually.BecomesAsync(platform.Run.Api.TryReadPipelineAsync, buckets => buckets == expected, SettlePatience, $"{expected}");
        }
        catch (TimeoutException stuck)
        {
            tell(stuck.Message);
            return await platform.Run.Api.TryReadPipelineAsync();
        }
    }
}
