using NewsPlatform.Testing;

namespace NewsPlatform.Newsctl.Tests.CommandLine;

public sealed class NewsctlRunnerTests
{
    [Theory]
    [InlineData("pipeline --nope", "'--nope'")]
    [InlineData("articles", "'newsctl articles --help'")]
    [InlineData("articles list --limit 0", "--limit is '0'")]
    [InlineData("articles list --limit many", "'many'")]
    [InlineData("articles push", "'push'")]
    [InlineData("pipeline --server ftp://x", "'ftp://x'")]
    [InlineData("articles push page.unknown --server http://127.0.0.1:1", "--type")]
    [InlineData("sources add news.example", "http://")]
    [InlineData("sources export feeds.txt", ".opml")]
    [InlineData("articles tail --count 0", "--count is 0")]
    public async Task Answers_wrong_usage_with_one_sentence_and_code_2(string line, string said)
    {
        using var newsctl = new NewsctlCall();
        newsctl.Write("page.unknown", "text");

        var result = await newsctl.RunAsync(line.Split(' '));

        Assert.Equal(2, result.Code);
        Assert.Contains(said, result.Error);
        Assert.Single(result.Error.Trim().Split('\n'));
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Says_who_did_not_answer_and_ends_with_code_3()
    {
        using var newsctl = new NewsctlCall();
        var address = $"http://127.0.0.1:{FreePort.Next()}";

        var result = await newsctl.RunAsync("pipeline", "--server", address);

        Assert.Equal(3, result.Code);
        Assert.Contains(address, result.Error);
        Assert.Single(result.Error.Trim().Split('\n'));
    }

    [Fact]
    public async Task Passes_on_the_servers_sentence_and_ends_with_code_1()
    {
        await using var server = (await PlatformServer.StartAsync())
            .On("GET /api/v1/articles/abc", """{"title":"Gone","status":410,"detail":"Article 'abc' was withdrawn."}""", 410, "application/problem+json");
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("articles", "show", "abc", "--server", server.Address);

        Assert.Equal(1, result.Code);
        Assert.Equal("Article 'abc' was withdrawn (HTTP 410).\n", result.Error);
    }

    [Fact]
    public async Task Says_where_to_put_the_key_when_one_is_wanted()
    {
        await using var server = (await PlatformServer.StartAsync()).On("DELETE /api/v1/sources/x", "{}", 401);
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("sources", "remove", "x", "--server", server.Address);

        Assert.Equal(1, result.Code);
        Assert.Contains("--key", result.Error);
    }

    [Fact]
    public async Task Tells_a_foreign_server_from_a_platform()
    {
        await using var server = (await PlatformServer.StartAsync()).On("GET /api/v1/pipeline", "<html>Hello</html>", 200, "text/html");
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("pipeline", "--server", server.Address);

        Assert.Equal(1, result.Code);
        Assert.Contains("text/html instead of JSON", result.Error);
    }

    [Fact]
    public async Task Documents_exit_codes_and_global_options_in_the_help()
    {
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("--help");

        Assert.Equal(0, result.Code);
        Assert.All(["Exit codes", "--json", "--server", "--key", "NEWSPLATFORM_KEY_FILE", "extract", "deadletters"], word => Assert.Contains(word, result.Output));
    }
}
