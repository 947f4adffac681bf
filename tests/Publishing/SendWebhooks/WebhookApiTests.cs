using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using NewsPlatform.Publishing.Tests.DeliverChanges;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.SendWebhooks;

public sealed class WebhookApiTests : IAsyncLifetime
{
    private WebhookScene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await WebhookScene.StartAsync(("Delivery:MaxWebhooks", "2"));

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task The_verifier_of_others_accepts_what_is_sent_and_after_a_rotation_by_either_secret()
    {
        _scene.Clock.Now = TimeProvider.System.GetUtcNow();
        var webhook = await _scene.AddAsync();
        var first = webhook.GetProperty("secret").GetString()!;
        await _scene.PostAsync(webhook, "test");
        var rotated = await _scene.PostAsync(webhook, "rotate-secret?graceHours=1");
        var second = rotated.GetProperty("secret").GetString()!;
        await _scene.PostAsync(webhook, "test");
        _scene.Clock.Advance(TimeSpan.FromHours(1.1));
        await _scene.PostAsync(webhook, "test");
        var (plain, grace, after) = (_scene.Endpoint.Requests.ElementAt(0), _scene.Endpoint.Requests.ElementAt(1), _scene.Endpoint.Requests.ElementAt(2));
        var altered = plain with { Body = [.. plain.Body[..^1], (byte)' '] };

        var verdicts = await ClientScript.RunNodeOrSkipAsync(
            "webhooks.mjs", string.Join('\n', new[] { (first, plain), (second, plain), (first, altered), (first, grace), (second, grace) }.Select(one => Verification(one.Item1, one.Item2))));

        Assert.Equal(["ok", "refused", "refused", "ok", "ok"], verdicts.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.Equal((1, 2, 1), (Signatures(plain), Signatures(grace), Signatures(after)));
        Assert.DoesNotContain("secret\"", (await _scene.ShowAsync(webhook)).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_event_is_sent_again_when_somebody_asks_under_its_id_and_ends_the_pause_of_an_endpoint_that_is_back()
    {
        var isUp = false;
        _scene.Endpoint.Answers = _ => new Answer(isUp ? HttpStatusCode.OK : HttpStatusCode.InternalServerError, Body: "no database");
        var webhook = await _scene.AddAsync();
        await _scene.Service.TakeInAsync(AnArticle.Enriched("a"));
        await _scene.FailuresBecomeAsync(webhook, 1);
        var id = _scene.Sent[0];

        var failed = await _scene.PostAsync(webhook, $"deliveries/{id}/redeliver");
        isUp = true;
        var delivered = await _scene.PostAsync(webhook, $"deliveries/{id}/redeliver");
        await _scene.BecomesAsync(webhook, view => view.GetProperty("state").GetString() == "active", "The end of the pause");

        Assert.Equal(("failed", 500, "no database"), (failed.GetProperty("outcome").GetString(), failed.GetProperty("status").GetInt32(), failed.GetProperty("answer").GetString()));
        Assert.Equal(("delivered", id), (delivered.GetProperty("outcome").GetString(), delivered.GetProperty("event").GetString()));
        Assert.Equal([id], _scene.Sent.Distinct());
        Assert.Equal(["failed", "failed", "delivered", "delivered"], await _scene.OutcomesAsync(webhook));
        Assert.Equal(HttpStatusCode.NotFound, (await _scene.Client.PostAsync($"/api/v1/webhooks/{webhook.GetProperty("id").GetString()}/deliveries/{id.Split(':')[0]}:77/redeliver", null)).StatusCode);
    }

    [Fact]
    public async Task The_delivery_log_is_read_page_by_page_and_goes_with_the_webhook()
    {
        var webhook = await _scene.AddAsync();
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await _scene.PostAsync(webhook, "test");
        }

        var path = $"/api/v1/webhooks/{webhook.GetProperty("id").GetString()}";
        var first = await _scene.Client.GetFromJsonAsync<JsonElement>($"{path}/deliveries?limit=2");
        var second = await _scene.Client.GetFromJsonAsync<JsonElement>($"{path}/deliveries?limit=2&cursor={first.GetProperty("next").GetString()}");
        var removed = await _scene.Client.DeleteAsync(path);

        Assert.Equal((2, 1), (first.GetProperty("items").GetArrayLength(), second.GetProperty("items").GetArrayLength()));
        Assert.Equal(JsonValueKind.Null, second.GetProperty("next").ValueKind);
        Assert.Equal([_scene.Sent[2], _scene.Sent[1], _scene.Sent[0]], first.GetProperty("items").EnumerateArray().Concat(second.GetProperty("items").EnumerateArray()).Select(item => item.GetProperty("event").GetString()!));
        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NotFound), (removed.StatusCode, (await _scene.Client.GetAsync(path)).StatusCode));
    }

    [Theory]
    [InlineData("""{"url":"ftp://a.example/"}""", "url is 'ftp://a.example/'")]
    [InlineData("{}", "url is missing")]
    [InlineData("""{"url":"https://user:pass@a.example/"}""", "a user name or a password")]
    [InlineData("""{"url":"http://10.0.0.1/hook"}""", "10.0.0.1 is at 10.0.0.1, which is not a public address: add its network to Delivery:AllowedNetworks")]
    [InlineData("""{"url":"https://[::1]/hook"}""", "not a public address")]
    [InlineData("""{"url":"https://a.example/","filter":{"types":["printed"]}}""", "filter.types names 'printed'")]
    [InlineData("""{"url":"https://a.example/","secret":"hunter2"}""", "whsec_")]
    [InlineData("""{"url":"https://a.example/","cursor":"here"}""", "cursor is 'here'")]
    public async Task What_cannot_be_a_webhook_is_refused_in_one_sentence(string body, string words)
    {
        var answer = await _scene.Client.PostAsync("/api/v1/webhooks", new StringContent(body, Encoding.UTF8, "application/json"));

        Assert.Equal((HttpStatusCode.BadRequest, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(words, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registers_no_more_webhooks_than_there_may_be()
    {
        await _scene.AddAsync();
        await _scene.AddAsync();

        var third = await _scene.Client.PostAsJsonAsync("/api/v1/webhooks", new { url = "https://a.example/" });

        Assert.Equal(HttpStatusCode.Conflict, third.StatusCode);
    }

    private static int Signatures(Received request) => request.Headers["webhook-signature"].Split(' ').Length;

    private static string Verification(string secret, Received request) => JsonSerializer.Serialize(new { secret, body = Encoding.UTF8.GetString(request.Body), headers = request.Headers });
}
