namespace NewsPlatform.Newsctl.Tests.Articles;

public sealed class ArticleCommandsTests
{
    private const string Article = """
        {"id":"abc","revision":2,"url":"http://olva.example/1","title":"Міст відкрили","language":"uk","section":"Місто","source":{"id":"visti","name":"Вісті"},
         "publishedAt":"2026-11-20T10:00:00+00:00","text":"Перший абзац.\n\nДругий абзац.","keywords":["міст"],
         "entities":[{"name":"Олена Гайова","type":"PER","mentions":[{"start":0,"end":6}],"role":"мер"}],
         "quotes":[{"text":"Так","speaker":"Олена Гайова","start":3,"end":6,"direct":true}],"attribution":[{"from":"Вісті","to":"мерія","evidence":"Про це каже мерія."}],
         "related":[{"headline":"Інше","url":null,"section":"Світ","publishedAt":null,"teaser":null}],"storyId":"s1"}
        """;

    [Fact]
    public async Task Lists_by_the_filters_that_were_given()
    {
        await using var server = (await PlatformServer.StartAsync()).On("GET /api/v1/articles", $$"""{"items":[{{Article}}],"next":null}""");
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("articles", "list", "--q", "міст & вода", "--language", "uk", "--from", "2026-11-01", "--limit", "7", "--server", server.Address);

        Assert.Contains("Міст відкрили", result.Output);
        var query = Uri.UnescapeDataString(server.Seen.Single().Query);
        Assert.Equal("?q=міст & вода&language=uk&from=2026-11-01&limit=7", query);
    }

    [Fact]
    public async Task Reads_as_many_pages_as_the_limit_needs()
    {
        await using var server = (await PlatformServer.StartAsync())
            .On("GET /api/v1/articles", """{"items":[{"id":"1"},{"id":"2"}],"next":"c2"}""")
            .On("GET /api/v1/articles?limit=1&cursor=c2", """{"items":[{"id":"3"}],"next":"c3"}""");
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("articles", "list", "--limit", "3", "--json", "--server", server.Address);

        Assert.Equal(["1", "2", "3"], result.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
        Assert.Equal("c3", result.Json.GetProperty("next").GetString());
    }

    [Fact]
    public async Task Shows_the_article_and_what_was_understood()
    {
        await using var server = (await PlatformServer.StartAsync()).On("GET /api/v1/articles/abc", Article);
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("articles", "show", "abc", "--server", server.Address);

        Assert.All(
            ["Міст відкрили", "http://olva.example/1", "Перший абзац.\n\nДругий абзац.", "Олена Гайова", "0-6", "мерія", "Інше", "s1"],
            text => Assert.Contains(text, result.Output));
    }

    [Fact]
    public async Task Keeps_control_characters_of_an_article_away_from_the_terminal()
    {
        await using var server = (await PlatformServer.StartAsync()).On("GET /api/v1/articles/abc", """{"id":"abc","title":"Red \u001b[31m alert","text":"Beep\u0007 beep"}""");
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("articles", "show", "abc", "--server", server.Address);

        Assert.DoesNotContain('\u001b', result.Output);
        Assert.DoesNotContain('\u0007', result.Output);
    }

    [Fact]
    public async Task Shows_the_journey_before_the_article_is_published()
    {
        await using var server = (await PlatformServer.StartAsync())
            .On("GET /api/v1/articles/abc/journey", """{"id":"abc","steps":[{"stage":"accepted","outcome":"added","at":"2026-11-20T10:00:00+00:00","detail":"pushed by Вісті"}]}""");
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("articles", "show", "abc", "--journey", "--server", server.Address);

        Assert.Contains("pushed by Вісті", result.Output);
    }

    [Theory]
    [InlineData("page.html", null, "text/html")]
    [InlineData("note.txt", null, "text/plain; charset=utf-8")]
    [InlineData("article.json", null, "application/json; charset=utf-8")]
    [InlineData("odd.dat", "text", "text/plain; charset=utf-8")]
    public async Task Pushes_a_file_as_what_it_is(string file, string? type, string contentType)
    {
        await using var server = (await PlatformServer.StartAsync())
            .On("POST /api/v1/articles", """{"id":"abc","revision":1,"journey":"/api/v1/articles/abc/journey"}""", 202);
        using var newsctl = new NewsctlCall();
        newsctl.Write(file, "Заголовок\n\nАбзац.");

        var result = await newsctl.RunAsync(
            ["articles", "push", file, "--url", "http://olva.example/1?a=b", "--source", "Вісті", "--server", server.Address, .. type is null ? [] : (string[])["--type", type]]);

        Assert.Equal((0, "Article abc is accepted as revision 1.\n"), (result.Code, result.Output));
        var seen = server.Seen.Single();
        Assert.Equal(contentType, seen.ContentType);
        Assert.Equal("Заголовок\n\nАбзац.", seen.Body);
        Assert.Equal("?url=http%3A%2F%2Folva.example%2F1%3Fa%3Db&source=%D0%92%D1%96%D1%81%D1%82%D1%96", seen.Query);
    }

    [Theory]
    [InlineData("  <!doctype html><p>Hello", "text/html")]
    [InlineData("{\"title\":\"x\"}", "application/json; charset=utf-8")]
    [InlineData("Title\n\nText.", "text/plain; charset=utf-8")]
    public async Task Pushes_standard_input_as_what_it_looks_like(string input, string contentType)
    {
        await using var server = (await PlatformServer.StartAsync()).On("POST /api/v1/articles", """{"id":"abc","revision":3}""");
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync(input, ["articles", "push", "-", "--server", server.Address]);

        Assert.Contains("known already", result.Output);
        Assert.Equal(contentType, server.Seen.Single().ContentType);
    }

    [Fact]
    public async Task Withdraws_with_a_reason()
    {
        await using var server = (await PlatformServer.StartAsync()).On("DELETE /api/v1/articles/abc", """{"id":"abc","revision":2}""", 202);
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("articles", "withdraw", "abc", "--reason", "wrong name", "--server", server.Address);

        Assert.Equal((0, "Article abc is being withdrawn.\n"), (result.Code, result.Output));
        Assert.Equal("?reason=wrong%20name", server.Seen.Single().Query);
    }
}
