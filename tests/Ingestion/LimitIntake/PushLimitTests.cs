using System.Globalization;
using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.Tests.Downstream;

namespace NewsPlatform.Ingestion.Tests.LimitIntake;

public sealed class PushLimitTests
{
    [Fact]
    public async Task Beyond_the_backlog_limit_pushes_are_told_when_to_come_back_and_are_taken_again_once_it_has_drained()
    {
        await using var service = await IngestionHarness.StartAsync(("Intake:MaxPending", "5"), ("Dispatch:QuietSeconds", "1"));
        service.Downstream.Treat = _ => Treatment.KeepSilent;
        for (var i = 0; i < 5; i++)
            await service.PushArticleAsync($"a{i}");

        var refused = await service.PushAsync(AnArticle.Json("late"));

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.InRange(int.Parse(refused.Headers.GetValues("Retry-After").Single(), CultureInfo.InvariantCulture), 1, 120);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType?.MediaType);
        Assert.EndsWith(".", (await JsonOf(refused)).GetProperty("detail").GetString(), StringComparison.Ordinal);
        var intake = (await service.GetAsync("/api/v1/pipeline")).GetProperty("intake");
        Assert.True(intake.GetProperty("throttled").GetBoolean());
        Assert.Equal(5, (await service.PipelineAsync()).InFlight);

        service.Downstream.Treat = _ => Treatment.Answer;
        await AnsweredAsync(service, 5);
        await TakenAgainAsync(service, "late");
        await service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 6, Published: 6, Difference: 0 });
    }

    [Fact]
    public async Task A_push_beyond_the_waiting_line_is_refused_with_its_body_unread_and_those_in_the_line_are_taken()
    {
        await using var service = await IngestionHarness.StartAsync(("Intake:ConcurrentPushes", "1"), ("Intake:WaitingPushes", "1"));
        var address = service.Client.BaseAddress!;
        using var first = await RawPush.BeginAsync(address, AnArticle.Json("first"));
        Assert.Equal(100, (await first.ReadAnswerAsync()).Status);

        using var second = await RawPush.BeginAsync(address, AnArticle.Json("second"));
        using var third = await RawPush.BeginAsync(address, AnArticle.Json("third"));
        var (toSecond, toThird) = (second.ReadAnswerAsync(), third.ReadAnswerAsync());
        var refusal = await Task.WhenAny(toSecond, toThird);
        var (status, headers) = await refusal;

        Assert.Equal(429, status);
        Assert.Contains(headers, header => header.StartsWith("Retry-After: ", StringComparison.Ordinal));
        await first.SendBodyAsync();
        Assert.Equal(202, (await first.ReadAnswerAsync()).Status);
        var (waiting, itsTurn) = refusal == toSecond ? (third, toThird) : (second, toSecond);
        Assert.Equal(100, (await itsTurn).Status);
        await waiting.SendBodyAsync();
        Assert.Equal(202, (await waiting.ReadAnswerAsync()).Status);
        await service.PipelineBecomesAsync(pipeline => pipeline is { Accepted: 2, Published: 2 });
    }

    [Fact]
    public async Task A_body_that_does_not_arrive_gives_its_turn_back()
    {
        await using var service = await IngestionHarness.StartAsync(("Intake:ConcurrentPushes", "1"), ("Intake:BodySeconds", "1"));
        using var never = await RawPush.BeginAsync(service.Client.BaseAddress!, AnArticle.Json("never"));
        Assert.Equal(100, (await never.ReadAnswerAsync()).Status);

        var next = await service.PushAsync(AnArticle.Json("next"));

        Assert.Equal(HttpStatusCode.Accepted, next.StatusCode);
        Assert.Equal(408, (await never.ReadAnswerAsync()).Status);
    }

    [Fact]
    public async Task Sources_rest_while_the_backlog_is_over_its_limit()
    {
        await using var service = await IngestionHarness.StartAsync(("Intake:MaxPending", "1"), ("Dispatch:QuietSeconds", "1"));
        service.Downstream.Treat = _ => Treatment.KeepSilent;
        await service.PushArticleAsync("a");

        Assert.False(service.Services.GetRequiredService<WebWork>().MayPoll);
        Assert.False(service.Services.GetRequiredService<WebWork>().MayFetch);

        service.Downstream.Treat = _ => Treatment.Answer;
        await AnsweredAsync(service, 1);
        await Testing.Eventually.BecomesTrueAsync(() => Task.FromResult(service.Services.GetRequiredService<WebWork>().MayPoll));
    }

    [Fact]
    public async Task A_nearly_full_disk_is_answered_with_503_and_the_time_to_come_back()
    {
        await using var service = await IngestionHarness.StartAsync(("Intake:MinFreeDiskBytes", "900000000000000000"));

        await Testing.Eventually.BecomesTrueAsync(async () => (await service.PushAsync(AnArticle.Json("a"))).StatusCode == HttpStatusCode.ServiceUnavailable);
        var refused = await service.PushAsync(AnArticle.Json("b"));

        Assert.True(refused.Headers.Contains("Retry-After"));
        Assert.Contains("Intake:MinFreeDiskBytes", (await JsonOf(refused)).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    // The silent downstream lost the articles: they are sent again once nothing was answered for a while.
    private static Task AnsweredAsync(IngestionHarness service, int published) => service.PipelineBecomesAsync(pipeline =>
    {
        service.Clock.Advance(TimeSpan.FromSeconds(2));
        return pipeline.Published == published;
    });

    private static Task TakenAgainAsync(IngestionHarness service, string slug) =>
        Testing.Eventually.BecomesTrueAsync(async () => (await service.PushAsync(AnArticle.Json(slug))).IsSuccessStatusCode);

    private static async Task<JsonElement> JsonOf(HttpResponseMessage response) => JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
}
