using System.Net;

namespace NewsPlatform.Ingestion.Tests.WithdrawArticle;

public sealed class WithdrawArticleTests : IAsyncLifetime
{
    private IngestionHarness _service = null!;

    [Fact]
    public async Task A_withdrawal_is_a_revision_with_a_journey_of_its_own_and_cannot_be_repeated()
    {
        var article = await _service.PushArticleAsync("pier");
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);

        var response = await _service.Client.DeleteAsync($"/api/v1/articles/{article.Id}?reason=wrong");
        await _service.PipelineBecomesAsync(pipeline => pipeline is { Withdrawn: 1, Published: 0, InFlight: 0, Difference: 0 });
        var again = await _service.Client.DeleteAsync($"/api/v1/articles/{article.Id}");
        var unknown = await _service.Client.DeleteAsync("/api/v1/articles/unknown");

        Assert.Equal((HttpStatusCode.Accepted, HttpStatusCode.Gone, HttpStatusCode.NotFound), (response.StatusCode, again.StatusCode, unknown.StatusCode));
        Assert.Equal((2L, true), (_service.Downstream.Held[article.Id].Revision, _service.Downstream.Held[article.Id].Withdrawn));
        Assert.Equal(["withdrawn requested", "dispatched first", "withdrawn done"], (await _service.StagesAsync(article.Id)).TakeLast(3));
    }

    [Fact]
    public async Task A_withdrawn_article_comes_back_only_by_an_explicit_push()
    {
        var article = await _service.PushArticleAsync("pier");
        await _service.Client.DeleteAsync($"/api/v1/articles/{article.Id}");
        await _service.PipelineBecomesAsync(pipeline => pipeline.Withdrawn == 1);

        var restored = await _service.PushArticleAsync("pier");

        Assert.Equal((article.Id, 3L), (restored.Id, restored.Revision));
        await _service.PipelineBecomesAsync(pipeline => pipeline is { Withdrawn: 0, Published: 1, Difference: 0 });
        Assert.False(_service.Downstream.Held[article.Id].Withdrawn);
    }

    public async ValueTask InitializeAsync() => _service = await IngestionHarness.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
