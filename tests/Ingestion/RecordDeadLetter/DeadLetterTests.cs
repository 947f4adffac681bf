using System.Net;
using System.Runtime.Serialization;
using System.Text;
using System.Text.Json;
using MassTransit;
using MassTransit.Events;
using MassTransit.Metadata;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Ingestion.Tests.Downstream;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.RecordDeadLetter;

public sealed class DeadLetterTests : IAsyncLifetime
{
    private IngestionHarness _service = null!;

    [Fact]
    public async Task A_poisonous_article_is_dead_with_its_reason_until_a_replay_publishes_it()
    {
        _service.Downstream.Treat = _ => Treatment.FailForGood;
        var article = await _service.PushArticleAsync("poison");
        await _service.PipelineBecomesAsync(pipeline => pipeline is { Dead: 1, InFlight: 0, Difference: 0 });
        var letter = Assert.Single(await LettersAsync());

        _service.Downstream.Treat = _ => Treatment.Answer;
        var replay = await _service.Client.PostAsync($"/api/v1/deadletters/{letter.GetProperty("id").GetString()}/replay", null);

        Assert.Equal(HttpStatusCode.Accepted, replay.StatusCode);
        await _service.PipelineBecomesAsync(pipeline => pipeline is { Published: 1, Dead: 0, Difference: 0 });
        Assert.Equal(("permanent", article.Id, "enrichment-analyze-article"), (Text(letter, "kind"), Text(letter, "articleId"), Text(letter, "endpoint")));
        Assert.Contains("the body breaks the analyser", Text(letter, "reason"), StringComparison.Ordinal);
        Assert.Empty(await LettersAsync());
        Assert.Equal(
            ["accepted added", "dispatched first", "dead permanent", "replayed requested", "dispatched again", "analyzed done", "grouped done", "published done"],
            await _service.StagesAsync(article.Id));
    }

    [Fact]
    public async Task A_transient_failure_is_sent_again_by_itself_after_a_pause_and_leaves_no_letter()
    {
        _service.Downstream.Treat = message => message.Attempt == 1 ? Treatment.FailForNow : Treatment.Answer;
        var article = await _service.PushArticleAsync("unlucky");
        await Eventually.BecomesTrueAsync(async () => (await LettersAsync()).Count == 1);
        var letter = Assert.Single(await LettersAsync());
        Assert.Equal(("transient", 0L), (Text(letter, "kind"), (await _service.PipelineAsync()).Dead));

        _service.Clock.Advance(TimeSpan.FromSeconds(6));

        await _service.PipelineBecomesAsync(pipeline => pipeline is { Published: 1, InFlight: 0, Difference: 0 });
        Assert.Contains("faulted transient", await _service.StagesAsync(article.Id));
        Assert.Empty(await LettersAsync());
    }

    [Fact]
    public async Task A_later_answer_heals_a_dead_article()
    {
        _service.Downstream.Treat = _ => Treatment.FailForGood;
        var article = await _service.PushArticleAsync("poison");
        await _service.PipelineBecomesAsync(pipeline => pipeline.Dead == 1);

        var held = _service.Downstream.Hold(article.Id, 1, withdrawn: false);
        await _service.Services.GetRequiredService<IBus>().Publish(new ArticlesPublished { Articles = [held], AnsweredAt = held.PublishedAt });

        await _service.PipelineBecomesAsync(pipeline => pipeline is { Dead: 0, Published: 1, Difference: 0 });
        Assert.Empty(await LettersAsync());
    }

    [Fact]
    public async Task A_letter_that_ends_no_journey_is_sent_again_to_the_endpoint_that_gave_it_up_and_to_no_other()
    {
        var article = await _service.PushArticleAsync("withdrawn");
        _service.Downstream.StoriesFail = true;
        await _service.Client.DeleteAsync($"/api/v1/articles/{article.Id}");
        await _service.PipelineBecomesAsync(pipeline => pipeline is { Withdrawn: 1, Dead: 0, Difference: 0 });
        await Eventually.BecomesTrueAsync(async () => (await LettersAsync()).Count == 1);
        var stages = await _service.StagesAsync(article.Id);

        _service.Downstream.StoriesFail = false;
        var replay = await _service.Client.PostAsync($"/api/v1/deadletters/{Text(Assert.Single(await LettersAsync()), "id")}/replay", null);

        Assert.Equal(HttpStatusCode.Accepted, replay.StatusCode);
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_service.Downstream.WithdrawnFromStories.SequenceEqual([article.Id])));
        Assert.Empty(await LettersAsync());
        Assert.Equal(stages, await _service.StagesAsync(article.Id));
    }

    [Fact]
    public async Task Keeps_what_nobody_can_read_as_it_came()
    {
        await _service.Services.GetRequiredService<IBus>().Publish(new UnreadableMessage
        {
            FaultId = NewId.NextGuid(),
            Timestamp = _service.Clock.Now.UtcDateTime,
            Exceptions = [new FaultExceptionInfo(new SerializationException("no envelope"))],
            Host = HostMetadataCache.Host,
            Body = Encoding.UTF8.GetBytes("{\"half\": an envelope"),
        });

        var letter = Assert.Single(await Eventually.BecomesAsync(LettersAsync, letters => letters.Count == 1));
        var shown = await _service.GetAsync($"/api/v1/deadletters/{Text(letter, "id")}");
        Assert.Equal(("permanent", "no envelope", "{\"half\": an envelope"), (Text(shown, "kind"), Text(shown, "reason"), Text(shown, "body")));
    }

    [Fact]
    public async Task An_event_that_was_spoilt_on_its_way_is_a_letter_of_its_article_and_ends_its_journey()
    {
        _service.Downstream.Treat = _ => Treatment.KeepSilent;
        var article = await _service.PushArticleAsync("spoilt");

        await PublishUnreadableAsync($$"""{"messageType":["urn:message:NewsPlatform.Contracts.Articles:ArticleIngested"],"message":{"articleId":"{{article.Id}}","revision":1,"content":"spoilt"} }""");

        await _service.PipelineBecomesAsync(pipeline => pipeline.Dead == 1);
        var letter = Assert.Single(await LettersAsync());
        Assert.Equal((article.Id, "permanent"), (Text(letter, "articleId"), Text(letter, "kind")));
    }

    [Theory]
    [InlineData("""{"message":{"articleId":"a","revision":"none"} }""")]
    [InlineData("""{"message":{"articleId":7,"revision":1.5},"messageType":"none"}""")]
    [InlineData("""{"message":{"faultId":1,"message":[]},"messageType":[1,null]}""")]
    [InlineData("""[{"message":{} }]""")]
    public async Task Records_whatever_stands_in_the_place_of_an_event(string body)
    {
        await PublishUnreadableAsync(body);

        var letter = Assert.Single(await Eventually.BecomesAsync(LettersAsync, letters => letters.Count == 1));
        Assert.Equal(JsonValueKind.Null, letter.GetProperty("articleId").ValueKind);
    }

    [Fact]
    public async Task Drops_a_letter_and_answers_unknown_ones_and_bad_cursors_with_one_sentence()
    {
        _service.Downstream.Treat = _ => Treatment.FailForGood;
        await _service.PushArticleAsync("poison");
        await _service.PipelineBecomesAsync(pipeline => pipeline.Dead == 1);
        var id = Text(Assert.Single(await LettersAsync()), "id");

        var shown = await _service.GetAsync($"/api/v1/deadletters/{id}");
        var dropped = await _service.Client.DeleteAsync($"/api/v1/deadletters/{id}");
        var gone = await _service.Client.PostAsync($"/api/v1/deadletters/{id}/replay", null);
        var badCursor = await _service.Client.GetAsync("/api/v1/deadletters?cursor=!");

        Assert.Contains("Pier of poison", Text(shown, "body"), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound, HttpStatusCode.BadRequest), (dropped.StatusCode, gone.StatusCode, badCursor.StatusCode));
        Assert.Equal(1, (await _service.PipelineAsync()).Dead);
    }

    public async ValueTask InitializeAsync() => _service = await IngestionHarness.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    private Task PublishUnreadableAsync(string body) => _service.Services.GetRequiredService<IBus>().Publish(
        new UnreadableMessage
        {
            FaultId = NewId.NextGuid(),
            Timestamp = _service.Clock.Now.UtcDateTime,
            Exceptions = [new FaultExceptionInfo(new JsonException("a text where an article was expected"))],
            Host = HostMetadataCache.Host,
            Body = Encoding.UTF8.GetBytes(body),
        },
        context => context.SourceAddress = new Uri("loopback://localhost/enrichment-analyze-article"));

    private async Task<IReadOnlyList<JsonElement>> LettersAsync() =>
        [.. (await _service.GetAsync("/api/v1/deadletters")).GetProperty("items").EnumerateArray()];

    private static string Text(JsonElement element, string member) => element.GetProperty(member).GetString() ?? string.Empty;
}
