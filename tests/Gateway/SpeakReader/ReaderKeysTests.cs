using System.Net;

namespace NewsPlatform.Gateway.Tests.SpeakReader;

public sealed class ReaderKeysTests
{
    [Theory]
    [InlineData("/accounts/ClientLogin")]
    [InlineData("/api/greader.php/accounts/ClientLogin")]
    public async Task An_app_logs_in_with_any_address_and_a_key_and_reads_and_writes_by_its_token(string path)
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var prefix = path[..^"/accounts/ClientLogin".Length];

        var login = await LoginAsync(gateway, path, GatewayHarness.PushKey);
        var token = Lines(await login.Content.ReadAsStringAsync())["Auth"];
        using var read = await gateway.SendAsync("GET", $"{prefix}/reader/api/0/stream/contents/user%2F-%2Fstate%2Fcom.google%2Freading-list?n=20", ("Authorization", $"GoogleLogin auth={token}"));
        using var write = await gateway.SendAsync("POST", $"{prefix}/reader/api/0/edit-tag", ("Authorization", $"GoogleLogin auth={token}"));

        Assert.DoesNotContain(GatewayHarness.PushKey, token, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (read.StatusCode, write.StatusCode));
        var seen = await read.Content.ReadAsStringAsync();
        Assert.Contains("\"service\":\"Publishing\"", seen, StringComparison.Ordinal);
        Assert.Contains("\"caller\":\"reporter;", seen, StringComparison.Ordinal);
        Assert.Contains("\"authorization\":\"\"", seen, StringComparison.Ordinal);
        Assert.Contains("reading-list", seen, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_a_missing_and_a_disabled_key_get_no_token()
    {
        await using var gateway = await GatewayHarness.StartAsync(("Gateway:Keys:gone:Key", "a-key-that-was-switched-off"), ("Gateway:Keys:gone:Disabled", "true"));

        foreach (var secret in (string[])["wrong", "", "a-key-that-was-switched-off"])
        {
            var login = await LoginAsync(gateway, "/accounts/ClientLogin", secret);
            Assert.Equal((HttpStatusCode.Unauthorized, "Error=BadAuthentication\n"), (login.StatusCode, await login.Content.ReadAsStringAsync()));
        }
    }

    [Theory]
    [InlineData("GoogleLogin auth=reporter/nothing")]
    [InlineData("GoogleLogin auth=" + GatewayHarness.AdminKey)]
    [InlineData("GoogleLogin")]
    [InlineData(null)]
    public async Task Without_a_token_of_a_key_an_app_is_told_to_log_in_again(string? authorization)
    {
        await using var gateway = await GatewayHarness.StartAsync();

        foreach (var path in (string[])["/reader/api/0/subscription/list", "/reader/atom/feed%2F1", "/api/greader.php/reader/atom/feed/1"])
        {
            using var answer = await gateway.SendAsync("GET", path, authorization is null ? [] : [("Authorization", authorization)]);

            Assert.Equal((HttpStatusCode.Unauthorized, "true"), (answer.StatusCode, answer.Headers.GetValues("Google-Bad-Token").Single()));
            Assert.Equal("Unauthorized\n", await answer.Content.ReadAsStringAsync());
        }
    }

    [Fact]
    public async Task A_token_opens_nothing_but_the_reader()
    {
        await using var gateway = await GatewayHarness.StartAsync();
        var token = Lines(await (await LoginAsync(gateway, "/accounts/ClientLogin", GatewayHarness.AdminKey)).Content.ReadAsStringAsync())["Auth"];

        using var push = await gateway.SendAsync("POST", "/api/v1/articles", ("Authorization", $"GoogleLogin auth={token}"));
        using var bearer = await gateway.SendAsync("POST", "/api/v1/articles", ("Authorization", $"Bearer {token}"));

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (push.StatusCode, bearer.StatusCode));
    }

    private static async Task<HttpResponseMessage> LoginAsync(GatewayHarness gateway, string path, string secret)
    {
        using var form = new FormUrlEncodedContent([new("Email", "me@news.example"), new("Passwd", secret), new("service", "reader"), new("accountType", "HOSTED_OR_GOOGLE")]);
        return await gateway.Client.PostAsync(new Uri(path, UriKind.Relative), form);
    }

    private static Dictionary<string, string> Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('=', 2)).ToDictionary(parts => parts[0], parts => parts[1]);
}
