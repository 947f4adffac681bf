using System.Text;
using System.Text.Json;
using NewsPlatform.Testing;

namespace NewsPlatform.Newsctl.Tests.Offline;

public sealed class ExtractCommandTests
{
    private static readonly string Page = Path.Combine(Repository.Root, "deploy/samples/edition/kurier/news/most-otkroyut-v-dekabre.html");
    private static readonly string Note = Path.Combine(Repository.Root, "deploy/samples/pushed/ferry-talks.txt");

    [Fact]
    public async Task Writes_the_fields_of_a_page_for_a_line()
    {
        using var newsctl = new NewsctlCall();
        var line = JsonSerializer.Serialize(new { id = "most", html = await File.ReadAllTextAsync(Page), url = "http://kurier.localhost/news/most-otkroyut-v-dekabre.html" });

        var result = await newsctl.RunAsync(line, ["extract", "--jsonl"]);

        Assert.Equal((0, ""), (result.Code, result.Error));
        var written = Assert.Single(result.JsonLines);
        Assert.Equal("most", written.GetProperty("id").GetString());
        Assert.NotEmpty(written.GetProperty("title").GetString()!);
        Assert.Contains("\n\n", written.GetProperty("text").GetString());
        Assert.Equal("ru", written.GetProperty("language").GetString());
        Assert.StartsWith(written.GetProperty("date").GetString()!, written.GetProperty("publishedAt").GetString());
        Assert.Equal(JsonValueKind.Array, written.GetProperty("authors").ValueKind);
        Assert.Equal(JsonValueKind.Array, written.GetProperty("related").ValueKind);
    }

    [Fact]
    public async Task Reads_a_file_and_the_same_page_on_standard_input_alike()
    {
        using var newsctl = new NewsctlCall();

        var file = await newsctl.RunAsync("extract", Page, "--json", "--url", "http://kurier.localhost/");
        var input = await newsctl.RunAsync(await File.ReadAllBytesAsync(Page), ["extract", "-", "--json", "--url", "http://kurier.localhost/"]);

        Assert.Equal(0, file.Code);
        Assert.Equal(file.Output, input.Output);
        Assert.True(file.Json.GetProperty("body").GetArrayLength() > 1);
        Assert.False(file.Json.TryGetProperty("id", out _));
    }

    [Fact]
    public async Task Reads_a_page_by_the_rules_of_a_folder_and_says_which_one()
    {
        using var newsctl = new NewsctlCall();
        newsctl.Write("rules/quay.json", """{"hosts":["quay.example"],"body":".pier","drop":[".pier em"]}""");
        var page = newsctl.Write("ferry.html", "<html><head><title>Паром вернулся</title></head><body><p>Вход для своих.</p><div class='pier'>Паром между двумя берегами снова ходит с понедельника, сообщил порт, после года ремонта. <em>Реклама у причала</em></div></body></html>");
        string[] call = ["extract", page, "--url", "https://quay.example/news/ferry"];

        var without = await newsctl.SucceedsAsync(call);
        var with = await newsctl.SucceedsAsync([.. call, "--rules", newsctl.PathOf("rules")]);

        Assert.Contains("Реклама у причала", without.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Реклама у причала", with.Output, StringComparison.Ordinal);
        Assert.Contains("publisher-rule (quay)", with.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_rule_of_the_folder_cannot_be_used()
    {
        using var newsctl = new NewsctlCall();
        newsctl.Write("rules/quay.json", "{");

        var lines = await newsctl.RunAsync("{}", ["extract", "--jsonl", "--rules", newsctl.PathOf("rules")]);
        var page = await newsctl.RunAsync("extract", Page, "--rules", newsctl.PathOf("rules"));

        Assert.All([lines, page], result => Assert.Equal(1, result.Code));
        Assert.Contains($"--rules is '{newsctl.PathOf("rules")}': The rule file quay.json is no valid JSON", page.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reads_a_plain_text_by_its_extension()
    {
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("extract", Note);

        Assert.Equal(0, result.Code);
        Assert.Contains((await File.ReadAllLinesAsync(Note))[0].Trim(), result.Output);
        Assert.Contains("plain-text", result.Output);
    }

    [Fact]
    public async Task Reads_a_page_in_its_own_charset()
    {
        using var newsctl = new NewsctlCall();
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var html = (await File.ReadAllTextAsync(Page)).Replace("utf-8", "windows-1251", StringComparison.OrdinalIgnoreCase);

        var result = await newsctl.RunAsync(Encoding.GetEncoding("windows-1251").GetBytes(html), ["extract", "-", "--json"]);

        Assert.Equal("ru", result.Json.GetProperty("language").GetString());
    }

    [Fact]
    public async Task Fetches_an_address_when_its_network_is_allowed()
    {
        await using var site = (await PlatformServer.StartAsync()).On("GET /news", await File.ReadAllTextAsync(Page), 200, "text/html; charset=utf-8");
        using var newsctl = new NewsctlCall();

        var refused = await newsctl.RunAsync("extract", $"{site.Address}/news");
        var fetched = await newsctl.RunAsync("extract", $"{site.Address}/news", "--allow-network", "127.0.0.0/8", "--json");
        var wrong = await newsctl.RunAsync("extract", $"{site.Address}/news", "--allow-network", "home");

        Assert.Equal(1, refused.Code);
        Assert.Contains("--allow-network", refused.Error);
        Assert.Equal(0, fetched.Code);
        Assert.Equal("ru", fetched.Json.GetProperty("language").GetString());
        Assert.Equal(2, wrong.Code);
        Assert.Contains("'home'", wrong.Error);
    }

    [Fact]
    public async Task Says_what_a_site_answered_instead_of_a_page()
    {
        await using var site = await PlatformServer.StartAsync();
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("extract", $"{site.Address}/gone", "--allow-network", "127.0.0.1");

        Assert.Equal(1, result.Code);
        Assert.Contains("404", result.Error);
    }

    [Theory]
    [InlineData("empty.html", "", 1)]
    [InlineData("form.html", "<html><body><form><input></form></body></html>", 1)]
    [InlineData("page.dat", "text", 2)]
    public async Task Refuses_what_holds_no_article_with_a_sentence(string file, string content, int code)
    {
        using var newsctl = new NewsctlCall();
        newsctl.Write(file, content);

        var result = await newsctl.RunAsync("extract", file);

        Assert.Equal(code, result.Code);
        Assert.Single(result.Error.Trim().Split('\n'));
        Assert.Empty(result.Output);
    }

    [Fact]
    public async Task Says_that_a_file_is_not_there()
    {
        using var newsctl = new NewsctlCall();

        Assert.Equal("There is no file 'nowhere.html'.\n", (await newsctl.RunAsync("extract", "nowhere.html")).Error);
        Assert.Equal(2, (await newsctl.RunAsync("extract")).Code);
    }
}
