using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsPlatform.Gateway.RouteRequests;

namespace NewsPlatform.Gateway.Tests.RouteRequests;

public sealed class RoutingTests
{
    [Theory]
    [InlineData("GET", "/", "Publishing")]
    [InlineData("GET", "/article/1", "Publishing")]
    [InlineData("GET", "/feeds/rss.xml", "Publishing")]
    [InlineData("GET", "/api/v1/articles/1", "Publishing")]
    [InlineData("GET", "/api/v1/stories", "Publishing")]
    [InlineData("GET", "/api/v1/changes", "Publishing")]
    [InlineData("PATCH", "/api/v1/webhooks/1", "Publishing")]
    [InlineData("POST", "/hub", "Publishing")]
    [InlineData("GET", "/api/v1/articles/1/journey", "Ingestion")]
    [InlineData("GET", "/api/v1/articles/1/revisions", "Ingestion")]
    [InlineData("GET", "/api/v1/sources", "Ingestion")]
    [InlineData("PUT", "/api/v1/sources/1", "Ingestion")]
    [InlineData("GET", "/api/v1/deadletters", "Ingestion")]
    [InlineData("GET", "/api/v1/pipeline", "Ingestion")]
    [InlineData("GET", "/websub/1", "Ingestion")]
    [InlineData("POST", "/websub/1", "Ingestion")]
    [InlineData("POST", "/api/v1/analyze", "Enrichment")]
    [InlineData("GET", "/api/v1/stories/1/articles/2/explanation", "Enrichment")]
    [InlineData("GET", "/api/v1/stories/1", "Publishing")]
    [InlineData("POST", "/api/v1/stories/1/merge", "Enrichment")]
    public async Task Each_operation_goes_to_the_service_that_owns_it(string method, string path, string service)
    {
        await using var gateway = await GatewayHarness.StartAsync();

        var answer = await gateway.SendAsync(method, path, ("X-Api-Key", GatewayHarness.AdminKey));

        var seen = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(service, seen.GetProperty("service").GetString());
        Assert.Equal(path, seen.GetProperty("path").GetString());
        Assert.Equal(service.ToLowerInvariant(), RouteMatcher.ClusterOf(method, path));
    }

    [Fact]
    public async Task A_service_that_asks_to_come_back_later_is_passed_on_with_its_time_and_sentence()
    {
        await using var gateway = await GatewayHarness.StartAsync();

        var answer = await gateway.SendAsync("GET", "/api/v1/sources/busy", ("X-Api-Key", GatewayHarness.AdminKey));

        Assert.Equal((HttpStatusCode.TooManyRequests, "17"), (answer.StatusCode, answer.Headers.GetValues("Retry-After").Single()));
        Assert.Equal("Too much waits.", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
    }

    [Fact]
    public async Task The_service_sees_the_host_that_the_client_asked()
    {
        await using var gateway = await GatewayHarness.StartAsync();

        var answer = await gateway.SendAsync("GET", "/feeds/rss.xml", ("Host", "news.example.org"));

        Assert.Equal("news.example.org", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("host").GetString());
    }

    [Fact]
    public async Task An_unknown_operation_is_a_404_problem_that_says_where_they_are_listed()
    {
        await using var gateway = await GatewayHarness.StartAsync();

        var answer = await gateway.SendAsync("GET", "/api/v2/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("/openapi/v1.json", (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PUT", "/api/v1/articles", "GET, HEAD, POST")]
    [InlineData("POST", "/api/v1/pipeline", "GET, HEAD")]
    [InlineData("PUT", "/api/v1/articles/1", "DELETE, GET, HEAD")]
    public async Task A_method_that_an_address_does_not_take_is_a_405_problem_that_names_those_it_takes(string method, string path, string allowed)
    {
        await using var gateway = await GatewayHarness.StartAsync();

        var answer = await gateway.SendAsync(method, path, ("X-Api-Key", GatewayHarness.AdminKey));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.Equal(allowed, string.Join(", ", answer.Content.Headers.Allow));
        Assert.Contains(allowed, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString()!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_description_than_the_merged_one_is_a_404_problem()
    {
        await using var gateway = await GatewayHarness.StartAsync();

        var answer = await gateway.SendAsync("GET", "/openapi/v2.json");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_service_that_is_away_is_a_problem_and_the_gateway_stays_ready_for_the_others()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        await gateway.StopServiceAsync(0);

        var answer = await gateway.SendAsync("GET", "/api/v1/pipeline");

        Assert.Equal(HttpStatusCode.BadGateway, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.OK, (await gateway.SendAsync("GET", "/health/ready")).StatusCode);
        await gateway.StopServiceAsync(1);
        await gateway.StopServiceAsync(2);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await gateway.SendAsync("GET", "/health/ready")).StatusCode);
    }

    [Fact]
    public async Task A_client_over_its_rate_is_429_with_a_time_to_wait()
    {
        await using var gateway = await GatewayHarness.StartAsync(("Gateway:RateLimit:AnonymousBurst", "2"), ("Gateway:RateLimit:AnonymousPerSecond", "1"));

        var answers = new List<HttpResponseMessage>();
        for (var i = 0; i < 12; i++)
        {
            answers.Add(await gateway.SendAsync("GET", "/"));
        }

        var refused = Assert.IsType<HttpResponseMessage>(answers.FirstOrDefault(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.OK, (await gateway.SendAsync("GET", "/", ("X-Api-Key", GatewayHarness.PushKey))).StatusCode);
    }

    [Fact]
    public async Task Shows_the_description_of_the_events_too()
    {
        await using var gateway = await GatewayHarness.StartAsync();

        var document = await gateway.Client.GetFromJsonAsync<JsonElement>("/asyncapi/v1.json");

        Assert.Equal("3.0.0", document.GetProperty("asyncapi").GetString());
        Assert.Equal("NewsPlatform.Contracts.Articles:ArticleIngested", document.GetProperty("channels").GetProperty("ArticleIngested").GetProperty("address").GetString());
    }

    [Fact]
    public async Task The_description_holds_each_operation_once_from_its_owner_and_marks_the_writes()
    {
        await using var gateway = await GatewayHarness.StartAsync();

        var document = await gateway.Client.GetFromJsonAsync<JsonElement>("/openapi/v1.json");

        var articles = document.GetProperty("paths").GetProperty("/api/v1/articles");
        Assert.Equal("ListPublishing", articles.GetProperty("get").GetProperty("operationId").GetString());
        Assert.Equal("PushIngestion", articles.GetProperty("post").GetProperty("operationId").GetString());
        Assert.True(articles.GetProperty("post").TryGetProperty("security", out _));
        Assert.True(articles.GetProperty("post").GetProperty("responses").TryGetProperty("401", out _));
        Assert.False(articles.GetProperty("get").GetProperty("responses").TryGetProperty("401", out _));
        Assert.False(articles.GetProperty("get").TryGetProperty("security", out _));
    }
}
