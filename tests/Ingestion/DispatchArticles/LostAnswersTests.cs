using System.Collections.Concurrent;
using NewsPlatform.Ingestion.Tests.Downstream;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.DispatchArticles;

public sealed class LostAnswersTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<string, int> _deliveries = new(StringComparer.Ordinal);
    private IngestionHarness _service = null!;

    [Fact]
    public async Task Sends_everything_again_when_nothing_is_answered_for_the_quiet_period()
    {
        _service.Downstream.Treat = message => Count(message.ArticleId) == 1 ? Treatment.KeepSilent : Treatment.Answer;
        await _service.PushArticleAsync("one");
        await _service.PushArticleAsync("two");
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_deliveries.Count == 2));

        _service.Clock.Advance(TimeSpan.FromSeconds(61));

        await _service.PipelineBecomesAsync(pipeline => pipeline is { Published: 2, InFlight: 0, Difference: 0 });
        Assert.Equal([2, 2], _deliveries.Values);
    }

    [Fact]
    public async Task Sends_only_what_was_overtaken_by_articles_sent_much_later()
    {
        var lost = await LoseFirstDeliveryAsync("lost");
        _service.Clock.Advance(TimeSpan.FromSeconds(50));
        await PushAndSeePublishedAsync("soon", published: 1);
        Assert.Equal(1, _deliveries[lost]);

        for (var i = 0; i < 4; i++)
        {
            _service.Clock.Advance(TimeSpan.FromSeconds(50));
            await PushAndSeePublishedAsync($"later-{i}", published: i + 2);
        }

        await _service.PipelineBecomesAsync(pipeline => pipeline is { Published: 6, InFlight: 0, Difference: 0 });
        Assert.Equal(2, _deliveries[lost]);
        Assert.Equal(["dispatched first", "dispatched again"], (await _service.StagesAsync(lost)).Where(step => step.StartsWith("dispatched", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Sends_what_was_in_flight_when_the_process_ended()
    {
        _service.Downstream.Treat = message => { Count(message.ArticleId); return Treatment.KeepSilent; };
        await _service.PushArticleAsync("one");
        await _service.PushArticleAsync("two");
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_deliveries.Count == 2));

        _service.Downstream.Treat = _ => Treatment.Answer;
        await _service.RestartAsync();

        await _service.PipelineBecomesAsync(pipeline => pipeline is { Published: 2, InFlight: 0, Difference: 0 });
    }

    public async ValueTask InitializeAsync() => _service = await IngestionHarness.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private int Count(string articleId) => _deliveries.AddOrUpdate(articleId, 1, (_, count) => count + 1);

    private async Task<string> LoseFirstDeliveryAsync(string slug)
    {
        var lost = string.Empty;
        _service.Downstream.Treat = message => Count(message.ArticleId) == 1 && (lost.Length == 0 || lost == message.ArticleId) ? Treatment.KeepSilent : Treatment.Answer;
        lost = (await _service.PushArticleAsync(slug)).Id;
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_deliveries.ContainsKey(lost)));
        return lost;
    }

    private async Task PushAndSeePublishedAsync(string slug, int published)
    {
        await _service.PushArticleAsync(slug);
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published >= published);
    }
}
