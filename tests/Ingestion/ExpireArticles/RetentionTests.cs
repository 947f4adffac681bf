using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.DispatchArticles;
using NewsPlatform.Ingestion.ExpireArticles;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.Tests.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.ExpireArticles;

public sealed class RetentionTests
{
    [Fact]
    public async Task An_article_expires_when_its_days_are_over_and_its_journey_ends_with_it()
    {
        await using var service = await IngestionHarness.StartAsync(("Retention:Days", "30"));
        var old = await service.PushArticleAsync("old");
        await service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);
        service.Clock.Advance(TimeSpan.FromDays(29));
        var young = await service.PushArticleAsync("young");
        await service.PipelineBecomesAsync(pipeline => pipeline.Published == 2);

        service.Clock.Advance(TimeSpan.FromDays(2));

        await service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 2, Published: 1, Expired: 1, InFlight: 0, Withdrawn: 0, Difference: 0 });
        Assert.Equal(["accepted added", "published done", "expired requested", "dispatched first", "expired done"], await service.StagesAsync(old.Id));
        Assert.Equal((2L, true), (service.Downstream.Held[old.Id].Revision, service.Downstream.Held[old.Id].Expired));
        Assert.Equal([young.Id], (await service.Services.GetRequiredService<IArticleStore>().ReadContentsAsync([old.Id, young.Id], default)).Keys);
    }

    [Fact]
    public async Task A_feed_that_still_lists_an_expired_article_does_not_bring_it_back_and_a_push_does()
    {
        await using var service = await IngestionHarness.StartAsync(("Retention:Days", "1"));
        var article = await service.PushArticleAsync("pier");
        await service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);
        service.Clock.Advance(TimeSpan.FromDays(2));
        await service.PipelineBecomesAsync(pipeline => pipeline.Expired == 1);

        var read = await service.Services.GetRequiredService<IArticleIntake>().AcceptAsync(
            AnArticle.Reading("https://news.example/pier", words: "Other words about the pier than before."), default);
        var restored = await service.PushArticleAsync("pier");

        Assert.Equal((article.Id, AcceptanceOutcome.Expired), (read.Id, read.Outcome));
        Assert.Equal((article.Id, 3L), (restored.Id, restored.Revision));
        await service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 1, Published: 1, Expired: 0, Difference: 0 });
    }

    [Fact]
    public async Task A_person_may_withdraw_what_has_expired()
    {
        await using var service = await IngestionHarness.StartAsync(("Retention:Days", "1"));
        var article = await service.PushArticleAsync("pier");
        await service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);
        service.Clock.Advance(TimeSpan.FromDays(2));
        await service.PipelineBecomesAsync(pipeline => pipeline.Expired == 1);

        var answer = await service.Client.DeleteAsync($"/api/v1/articles/{article.Id}");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        await service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 1, Withdrawn: 1, Expired: 0, Difference: 0 });
    }

    [Fact]
    public async Task Two_replicas_that_sweep_at_once_expire_each_article_once()
    {
        using var file = new SqliteFile();
        var articles = new SqliteArticleStore(file.Database);
        await articles.SaveAsync([.. Enumerable.Range(0, 200).Select(i => new ArticleWrite(AnArticle.Row($"{i}", ArticleState.Published)))], default);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Sweep(articles, file).TryExpireBatchAsync(default))));

        var rows = await articles.FindAsync([.. Enumerable.Range(0, 200).Select(i => $"{i}")], default);
        Assert.All(rows.Values, row => Assert.Equal((2L, true, ArticleState.Pending), (row.Revision, row.IsExpired, row.State)));
    }

    [Fact]
    public async Task Goes_batch_by_batch_and_waits_while_others_are_on_their_way()
    {
        using var file = new SqliteFile();
        var articles = new InMemoryArticleStore();
        await articles.SaveAsync([.. Enumerable.Range(0, 3_000).Select(i => new ArticleWrite(AnArticle.Row($"{i}", ArticleState.Published)))], default);
        var sweep = Sweep(articles, file);

        var batches = new List<int?>();
        for (var i = 0; i < 6; i++)
            batches.Add(await sweep.TryExpireBatchAsync(default));

        Assert.Equal([500, 500, 500, 500, 500, null], batches);
    }

    private static RetentionSweep Sweep(IArticleStore articles, SqliteFile file) => new(
        articles,
        new SqlitePendingPageStore(file.Database),
        new DispatchSignal(),
        Options.Create(new RetentionOptions { Days = 30 }),
        new ManualClock(AnArticle.SomeTime.AddDays(31)));
}
