using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace NewsPlatform.Gateway.Tests.CheckKeys;

public sealed class KeyCheckTests
{
    [Fact]
    public async Task Reads_need_no_key()
    {
        await using var gateway = await GatewayHarness.StartAsync();

        var answer = await gateway.SendAsync("GET", "/api/v1/pipeline");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("POST", "/api/v1/articles")]
    [InlineData("DELETE", "/api/v1/articles/x")]
    [InlineData("POST", "/api/v1/sources")]
    [InlineData("POST", "/api/v1/deadletters/1/replay")]
    [InlineData("POST", "/api/v1/stories/1/merge")]
    [InlineData("GET", "/api/v1/webhooks")] // Addresses hold secrets.
    [InlineData("POST", "/api/v1/webhooks/1/test")]
    [InlineData("GET", "/api/v1/deadletters/1")] // Its body may be an article that nobody is to see yet.
    public async Task A_write_or_a_look_into_dead_letters_or_webhooks_without_a_key_is_401_with_a_sentence(string method, string path)
    {
        await using var gateway = await GatewayHarness.StartAsync();

        var answer = await gateway.SendAsync(method, path);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("X-Api-Key", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keys_cannot_be_tried_faster_than_the_rate_of_a_client_without_one()
    {
        await using var gateway = await GatewayHarness.StartAsync(("Gateway:RateLimit:AnonymousBurst", "2"), ("Gateway:RateLimit:AnonymousPerSecond", "1"));

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 12; i++)
        {
            statuses.Add((await gateway.SendAsync("POST", "/api/v1/sources", ("X-Api-Key", $"guess-{i}"))).StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }

    [Theory]
    [InlineData("/websub/1")]
    [InlineData("/hub")]
    public async Task A_hub_that_delivers_needs_no_key_nor_who_subscribes_at_ours(string path) =>
        Assert.Equal(HttpStatusCode.OK, await StatusAsync("POST", path));

    [Fact]
    public async Task A_key_that_nobody_has_is_401() =>
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync("POST", "/api/v1/sources", ("X-Api-Key", "not-a-key-of-anybody")));

    [Fact]
    public async Task A_key_that_may_not_is_403() =>
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync("POST", "/api/v1/sources", ("X-Api-Key", GatewayHarness.PushKey)));

    [Theory]
    [InlineData("X-Api-Key", GatewayHarness.PushKey)]
    [InlineData("Authorization", "Bearer " + GatewayHarness.PushKey)]
    [InlineData("X-Api-Key", GatewayHarness.AdminKey)]
    public async Task A_key_that_may_passes_in_both_headers_and_goes_no_further(string header, string value)
    {
        await using var gateway = await GatewayHarness.StartAsync();

        var answer = await gateway.SendAsync("DELETE", "/api/v1/articles/x", (header, value));

        var seen = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal("Ingestion", seen.GetProperty("service").GetString());
        Assert.Equal("", seen.GetProperty("key").GetString());
        Assert.Equal("", seen.GetProperty("authorization").GetString());
    }

    private static async Task<HttpStatusCode> StatusAsync(string method, string path, params (string, string)[] headers)
    {
        await using var gateway = await GatewayHarness.StartAsync();
        return (await gateway.SendAsync(method, path, headers)).StatusCode;
    }
}
