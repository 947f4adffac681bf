using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace NewsPlatform.Newsctl.Tests.Sources;

public sealed class SourceCommandsTests
{
    private const string TwoPages = """{"items":[{"id":"a","name":"A","kind":"feed","url":"http://a.example/rss","language":"uk","section":"World","intervalMinutes":10,"state":"healthy"}],"next":"c2"}""";
    private const string SecondPage = """{"items":[{"id":"b","name":"B & C","kind":"sitemap","url":"http://b.example/map.xml","language":null,"section":null,"intervalMinutes":15,"lastError":"The name has no address."}],"next":null}""";

    [Fact]
    public async Task Adds_a_source_with_all_that_is_known_of_it()
    {
        await using var server = (await PlatformServer.StartAsync())
            .On("POST /api/v1/sources", """{"id":"olva","name":"olva.example","kind":"listing","url":"http://olva.example/"}""", 201);
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync(
            "sources", "add", "http://olva.example/", "--kind", "listing", "--language", "ru", "--interval", "5", "--server", server.Address, "--key", "k");

        Assert.Equal(0, result.Code);
        Assert.Contains("olva", result.Output);
        var sent = JsonSerializer.Deserialize<JsonElement>(server.Seen[0].Body);
        Assert.Equal(JsonValueKind.Null, sent.GetProperty("name").ValueKind);
        Assert.Equal("listing", sent.GetProperty("kind").GetString());
        Assert.Equal("ru", sent.GetProperty("language").GetString());
        Assert.Equal(5, sent.GetProperty("intervalMinutes").GetInt32());
    }

    [Theory]
    [InlineData("sources add Olva http://olva.example/")]
    [InlineData("sources add http://olva.example/ --name Olva")]
    public async Task Takes_a_name_before_the_address_or_as_an_option(string line)
    {
        await using var server = (await PlatformServer.StartAsync()).On("POST /api/v1/sources", """{"id":"olva","name":"Olva"}""", 201);
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync([.. line.Split(' '), "--server", server.Address]);

        Assert.Equal(0, result.Code);
        var sent = JsonSerializer.Deserialize<JsonElement>(server.Seen[0].Body);
        Assert.Equal(("Olva", "http://olva.example/", "auto"), (sent.GetProperty("name").GetString(), sent.GetProperty("url").GetString(), sent.GetProperty("kind").GetString()));
    }

    [Fact]
    public async Task Previews_what_a_site_would_give_and_adds_nothing()
    {
        await using var server = (await PlatformServer.StartAsync()).On(
            "POST /api/v1/sources/preview",
            """{"kind":"feed","url":"http://olva.example/rss","foundBy":"a link of the page","title":"Olva","itemCount":1,"items":[{"title":"Ice on the river","link":"http://olva.example/1","section":"World"}],"page":{"url":"http://olva.example/1","title":"Ice on the river","rule":"densest-block","confidence":0.9,"text":"The river froze."},"others":[{"kind":"listing","url":"http://olva.example/","foundBy":"the list on the page","itemCount":9}]}""");
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("sources", "preview", "http://olva.example/", "--server", server.Address);

        Assert.Equal(0, result.Code);
        Assert.All(["feed at http://olva.example/rss (a link of the page)", "Ice on the river", "densest-block", "The river froze.", "listing"], shown => Assert.Contains(shown, result.Output));
        Assert.Equal("auto", JsonSerializer.Deserialize<JsonElement>(Assert.Single(server.Seen).Body).GetProperty("kind").GetString());
    }

    [Fact]
    public async Task Revives_a_source()
    {
        await using var server = (await PlatformServer.StartAsync()).On("POST /api/v1/sources/olva/revive", """{"id":"olva","name":"Olva","state":"healthy"}""", 202);
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("sources", "revive", "olva", "--server", server.Address, "--key", "k");

        Assert.Equal((0, "Source olva is healthy again and is being read."), (result.Code, result.Output.Trim()));
    }

    [Theory]
    [InlineData("ignore", true)]
    [InlineData("obey", false)]
    public async Task Changes_only_the_word_on_robots_txt_of_a_source(string word, bool ignored)
    {
        var olva = $$"""{"id":"olva","name":"Olva","kind":"feed","url":"http://olva.example/rss","language":"uk","intervalMinutes":7,"section":"Місто","ignoreRobots":{{(ignored ? "false" : "true")}}}""";
        await using var server = (await PlatformServer.StartAsync())
            .On("GET /api/v1/sources/olva", olva)
            .On("PUT /api/v1/sources/olva", olva);
        using var newsctl = new NewsctlCall();

        var result = await newsctl.RunAsync("sources", "robots", "olva", word, "--server", server.Address, "--key", "k");

        Assert.Equal((0, string.Empty), (result.Code, result.Error));
        var sent = JsonDocument.Parse(server.Seen.Single(request => request.Method == "PUT").Body).RootElement;
        Assert.Equal(("Olva", "feed", "http://olva.example/rss", "uk", 7, "Місто"), (sent.GetProperty("name").GetString(), sent.GetProperty("kind").GetString(), sent.GetProperty("url").GetString(), sent.GetProperty("language").GetString(), sent.GetProperty("intervalMinutes").GetInt32(), sent.GetProperty("section").GetString()));
        Assert.Equal(ignored, sent.TryGetProperty("ignoreRobots", out var robots) && robots.ValueKind == JsonValueKind.True);
    }

    [Fact]
    public async Task Lists_the_sources_of_all_pages()
    {
        await using var server = await TwoSourcesAsync();
        using var newsctl = new NewsctlCall();

        var table = await newsctl.RunAsync("sources", "list", "--server", server.Address);
        var json = await newsctl.RunAsync("sources", "list", "--json", "--server", server.Address);

        Assert.Contains("http://a.example/rss", table.Output);
        Assert.Contains("The name has no address.", table.Output);
        Assert.Equal(["a", "b"], json.Json.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()));
    }

    [Theory]
    [InlineData("sources.opml")]
    [InlineData("sources.json")]
    public async Task Exports_what_another_platform_imports_alike(string file)
    {
        await using var from = await TwoSourcesAsync();
        await using var to = (await PlatformServer.StartAsync())
            .On("GET /api/v1/sources", """{"items":[],"next":null}""")
            .On("POST /api/v1/sources", """{"id":"x","name":"x"}""", 201);
        using var newsctl = new NewsctlCall();

        Assert.Equal(0, (await newsctl.RunAsync("sources", "export", file, "--server", from.Address)).Code);
        Assert.Equal(0, (await newsctl.RunAsync("sources", "import", file, "--server", to.Address)).Code);

        var sent = to.Seen.Where(request => request.Method == "POST").Select(request => JsonSerializer.Deserialize<JsonElement>(request.Body))
            .OrderBy(source => source.GetProperty("url").GetString(), StringComparer.Ordinal).ToList();
        Assert.Equal(["A", "B & C"], sent.Select(source => source.GetProperty("name").GetString()));
        Assert.Equal(["feed", "sitemap"], sent.Select(source => source.GetProperty("kind").GetString()));
        Assert.Equal(["World", null], sent.Select(source => source.GetProperty("section").GetString()));
        Assert.Equal(["uk", null], sent.Select(source => source.GetProperty("language").GetString()));
        Assert.Equal([10, 15], sent.Select(source => source.GetProperty("intervalMinutes").GetInt32()));
    }

    [Fact]
    public async Task Imports_a_readers_subscription_list_and_passes_over_known_addresses()
    {
        await using var server = (await TwoSourcesAsync()).On("POST /api/v1/sources", """{"id":"new","name":"new"}""", 201);
        using var newsctl = new NewsctlCall();
        newsctl.Write("reader.opml", """
            <?xml version="1.0"?>
            <opml version="1.1"><head/><body>
              <outline text="Culture"><outline text="Stage" type="rss" xmlUrl="http://stage.example/feed" htmlUrl="http://stage.example/"/></outline>
              <outline text="A again" xmlUrl="http://a.example/rss"/>
            </body></opml>
            """);

        var result = await newsctl.RunAsync("sources", "import", "reader.opml", "--json", "--server", server.Address);

        Assert.Equal(0, result.Code);
        Assert.Equal(1, result.Json.GetProperty("added").GetInt32());
        Assert.Equal(1, result.Json.GetProperty("known").GetInt32());
        var sent = JsonSerializer.Deserialize<JsonElement>(server.Seen.Single(request => request.Method == "POST").Body);
        Assert.Equal("Stage", sent.GetProperty("name").GetString());
        Assert.Equal("Culture", sent.GetProperty("section").GetString());
    }

    [Fact]
    public async Task Goes_on_after_a_refused_source_and_ends_with_code_1()
    {
        await using var server = (await PlatformServer.StartAsync())
            .On("GET /api/v1/sources", """{"items":[],"next":null}""")
            .On("POST /api/v1/sources", async context =>
            {
                context.Response.StatusCode = 400;
                await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, """{"detail":"kind is 'radio': give feed, sitemap, listing or page."}""");
            });
        using var newsctl = new NewsctlCall();
        newsctl.Write("two.json", """{"sources":[{"url":"http://one.example/","kind":"radio"},{"url":"mailto:me"}]}""");

        var result = await newsctl.RunAsync("sources", "import", "two.json", "--json", "--server", server.Address);

        Assert.Equal(1, result.Code);
        Assert.Equal(2, result.Json.GetProperty("failed").GetInt32());
        Assert.Contains("http://one.example/: kind is 'radio'", result.Error);
    }

    [Theory]
    [InlineData("broken.opml", "<opml><body>")]
    [InlineData("other.opml", "<html><body/></html>")]
    [InlineData("broken.json", "{\"sources\":")]
    [InlineData("other.json", "{\"feeds\":[]}")]
    public async Task Refuses_a_file_that_is_no_list_of_sources(string file, string content)
    {
        using var newsctl = new NewsctlCall();
        newsctl.Write(file, content);

        var result = await newsctl.RunAsync("sources", "import", file);

        Assert.Equal(1, result.Code);
        Assert.StartsWith("The file is no ", result.Error);
        Assert.Single(result.Error.Trim().Split('\n'));
    }

    private static async Task<PlatformServer> TwoSourcesAsync() => (await PlatformServer.StartAsync())
        .On("GET /api/v1/sources", TwoPages)
        .On("GET /api/v1/sources?limit=200&cursor=c2", SecondPage);
}
