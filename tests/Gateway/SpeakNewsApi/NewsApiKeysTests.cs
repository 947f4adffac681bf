using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace NewsPlatform.Gateway.Tests.SpeakNewsApi;

/// <summary>Keys and refusals of <c>/v2</c>, by the contract of NewsAPI v2.</summary>
public sealed class NewsApiKeysTests
{
    private const string Missing = "Your API key is missing. Append this to the URL with the apiKey param, or use the x-api-key HTTP header.";
    private const string Invalid = "Your API key is invalid or incorrect. Check your key, or go to https://newsapi.org to create a free API key.";
    private const string Good = GatewayHarness.PushKey;

    public static TheoryData<string, string?, string?> Accepted { get; } = new()
    {
        { $"/v2/everything?q=a&apiKey={Good}", null, null },
        { $"/v2/everything?APIKEY={Good}&q=a", null, null },
        { "/v2/everything?q=a", "X-Api-Key", Good },
        { "/v2/everything?q=a", "Authorization", Good },
        { "/v2/everything?q=a", "Authorization", $"Bearer {Good}" },
        { "/v2/everything?q=a", "Authorization", $"bearer {Good}" },
        { $"/v2/everything?q=a&apiKey={Good}", "X-Api-Key", "wrong" },
        { "/https://newsapi.org/v2/everything?q=a", "X-Api-Key", Good },
        { "/https:/newsapi.org/v2/everything?q=a", "X-Api-Key", Good },
    };

    public static TheoryData<string, string?, string?, string> Refused { get; } = new()
    {
        { "/v2/everything?q=a", null, null, "apiKeyMissing" },
        { "/v2/sources", null, null, "apiKeyMissing" },
        { "/v2/everything?q=a&apiKey=", null, null, "apiKeyInvalid" },
        { "/v2/everything?q=a", "X-Api-Key", "", "apiKeyInvalid" },
        { "/v2/everything?q=a", "Authorization", "Bearer", "apiKeyInvalid" },
        { "/v2/everything?q=a", "X-Api-Key", "wrong", "apiKeyInvalid" },
        { "/v2/everything?q=a", "X-Api-Key", new string('x', 1_000), "apiKeyInvalid" },
        { "/v2/everything?q=a&apiKey=wrong", "X-Api-Key", Good, "apiKeyInvalid" },
        { "/v2/everything?q=a", "X-Api-Key", "key-of-somebody-who-left", "apiKeyDisabled" },
    };

    [Theory]
    [MemberData(nameof(Accepted))]
    public async Task A_key_is_taken_from_three_places_of_which_the_query_counts_first(string path, string? header, string? value)
    {
        await using var gateway = await StartAsync();

        var answer = await gateway.SendAsync("GET", path, Headers(header, value));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var reached = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(("Publishing", "/v2/everything", "?q=a", "", ""), (Text(reached, "service"), Text(reached, "path"), Text(reached, "query"), Text(reached, "key"), Text(reached, "authorization")));
        Assert.Equal("reporter;short;10000;", Text(reached, "caller"));
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_key_that_is_missing_wrong_or_disabled_is_401_in_the_envelope(string path, string? header, string? value, string code)
    {
        await using var gateway = await StartAsync();

        var answer = await gateway.SendAsync("GET", path, Headers(header, value));

        var error = await AssertEnvelopeAsync(answer, HttpStatusCode.Unauthorized, code);
        Assert.Equal(code switch { "apiKeyMissing" => Missing, "apiKeyInvalid" => Invalid, _ => "Your API key has been disabled." }, Text(error, "message"));
    }

    [Fact]
    public async Task What_a_key_may_is_told_to_the_services_and_nobody_can_tell_it_himself()
    {
        await using var gateway = await StartAsync();

        var known = await (await gateway.SendAsync("GET", "/v2/sources", ("X-Api-Key", "key-of-the-newsroom-app"), ("X-NewsPlatform-Caller", "chief;full;9;"))).Content.ReadFromJsonAsync<JsonElement>();
        var nobody = await (await gateway.SendAsync("GET", "/api/v1/changes", ("X-NewsPlatform-Caller", "chief;full;9;"))).Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(("newsroom;full;500;30", ""), (Text(known, "caller"), Text(nobody, "caller")));
    }

    [Fact]
    public async Task A_key_that_has_used_up_its_day_is_exhausted()
    {
        await using var gateway = await StartAsync(("Gateway:Keys:newsroom:DailyRequests", "2"));

        for (var request = 0; request < 2; request++)
            Assert.Equal(HttpStatusCode.OK, (await gateway.SendAsync("GET", "/v2/sources", ("X-Api-Key", "key-of-the-newsroom-app"))).StatusCode);

        await AssertEnvelopeAsync(await gateway.SendAsync("GET", "/v2/sources", ("X-Api-Key", "key-of-the-newsroom-app")), HttpStatusCode.Unauthorized, "apiKeyExhausted");
    }

    [Fact]
    public async Task Over_the_rate_limit_the_envelope_says_so()
    {
        await using var gateway = await StartAsync(("Gateway:RateLimit:AnonymousBurst", "1"), ("Gateway:RateLimit:AnonymousPerSecond", "1"));

        await gateway.SendAsync("GET", "/v2/sources");
        var answer = await gateway.SendAsync("GET", "/v2/sources");

        await AssertEnvelopeAsync(answer, HttpStatusCode.TooManyRequests, "rateLimited");
        Assert.True(answer.Headers.RetryAfter?.Delta >= TimeSpan.FromSeconds(1));
    }

    [Theory]
    [InlineData("POST", "/v2/everything", HttpStatusCode.MethodNotAllowed)]
    [InlineData("DELETE", "/v2/sources", HttpStatusCode.MethodNotAllowed)]
    public async Task What_the_gateway_itself_refuses_is_in_the_envelope(string method, string path, HttpStatusCode status)
    {
        await using var gateway = await StartAsync();

        await AssertEnvelopeAsync(await gateway.SendAsync(method, path, ("X-Api-Key", Good)), status, "unexpectedError");
    }

    [Fact]
    public async Task A_service_that_is_away_is_told_in_the_envelope()
    {
        await using var gateway = await StartAsync();
        await gateway.StopServiceAsync(2);

        var answer = await gateway.SendAsync("GET", "/v2/sources", ("X-Api-Key", Good));

        await AssertEnvelopeAsync(answer, answer.StatusCode, "unexpectedError");
        Assert.True((int)answer.StatusCode is 502 or 503);
    }

    [Fact]
    public async Task A_disabled_key_writes_nothing_either()
    {
        await using var gateway = await StartAsync();

        var answer = await gateway.SendAsync("POST", "/api/v1/articles", ("X-Api-Key", "key-of-somebody-who-left"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Contains("switched off", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    private static Task<GatewayHarness> StartAsync(params (string Key, string Value)[] more) => GatewayHarness.StartAsync(
    [
        ("Gateway:Keys:gone:Key", "key-of-somebody-who-left"),
        ("Gateway:Keys:gone:Disabled", "true"),
        ("Gateway:Keys:newsroom:Key", "key-of-the-newsroom-app"),
        ("Gateway:Keys:newsroom:Scopes", "read"),
        ("Gateway:Keys:newsroom:FullText", "true"),
        ("Gateway:Keys:newsroom:MaximumResults", "500"),
        ("Gateway:Keys:newsroom:HistoryDays", "30"),
        .. more,
    ]);

    private static (string, string)[] Headers(string? name, string? value) => name is null ? [] : [(name, value!)];

    private static async Task<JsonElement> AssertEnvelopeAsync(HttpResponseMessage answer, HttpStatusCode status, string code)
    {
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/json; charset=utf-8", answer.Content.Headers.ContentType?.ToString());
        Assert.Equal(("no-cache", "no-cache", "-1", "false"), (answer.Headers.CacheControl?.ToString(), answer.Headers.Pragma.ToString(), answer.Content.Headers.GetValues("Expires").Single(), answer.Headers.GetValues("X-Cached-Result").Single()));
        var error = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(["status", "code", "message"], error.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("error", code), (Text(error, "status"), Text(error, "code")));
        return error;
    }

    private static string? Text(JsonElement element, string member) => element.GetProperty(member).GetString();
}
