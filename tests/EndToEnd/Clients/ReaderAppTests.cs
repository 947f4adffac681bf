using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Testing;

namespace NewsPlatform.EndToEnd.Tests.Clients;

/// <summary>The requests that reading apps send to a Google Reader API, in their order and form, through the gateway of a running platform; and one such app itself.</summary>
public sealed class ReaderAppTests : IAsyncLifetime
{
    private const string ReadingList = "user/-/state/com.google/reading-list";
    private const string Read = "user/-/state/com.google/read";

    private readonly TempFolder _folder = new();
    private StandaloneRun? _run;

    public async ValueTask InitializeAsync()
    {
        _run = await StandaloneRun.StartReadyAsync(_folder.Path);
        foreach (var title in (string[])["Harbour bridge reopens after a year", "Fire at the old mill"])
        {
            using var body = JsonContent.Create(new { title, text = string.Join(' ', Enumerable.Repeat($"{title}, said the mayor of Lindmoor on Friday.", 4)), language = "en" });
            await _run.Api.SendAsync(HttpMethod.Post, "api/v1/articles?source=Tidewater%20Post", body);
        }

        await Eventually.BecomesAsync(() => _run.Api.GetAsync("api/v1/articles"), list => list.GetProperty("items").GetArrayLength() == 2, TimeSpan.FromSeconds(60), "two articles");
    }

    // A sync by ids, as NetNewsWire and Reeder do it: what is there, what is unread, what is starred, then the contents of what is new.
    [Fact]
    public async Task An_app_that_syncs_by_ids_reads_marks_and_finds_the_mark_again()
    {
        using var app = await LoginAsync("");
        var token = await app.GetStringAsync("reader/api/0/token");
        Assert.Equal(7, (await GetAsync(app, "reader/api/0/subscription/list?output=json"))["subscriptions"]!.AsArray().Count);
        Assert.NotEmpty((await GetAsync(app, "reader/api/0/tag/list?output=json"))["tags"]!.AsArray());

        var unread = Ids(await GetAsync(app, $"reader/api/0/stream/items/ids?s={ReadingList}&n=1000&xt={Read}&output=json"));
        Assert.Equal(2, unread.Count);
        var contents = await PostAsync(app, "reader/api/0/stream/items/contents?output=json", [("T", token), .. unread.Select(id => ("i", $"tag:google.com,2005:reader/item/{long.Parse(id):x16}"))]);
        Assert.Equal(["Fire at the old mill", "Harbour bridge reopens after a year"], contents["items"]!.AsArray().Select(item => (string)item!["title"]!).Order());

        using var marked = await app.PostAsync("reader/api/0/edit-tag", Form(("T", token), ("i", unread[0]), ("a", Read)));
        Assert.Equal("OK", await marked.Content.ReadAsStringAsync());
        using var later = await LoginAsync("");
        Assert.Equal(unread[1..], Ids(await GetAsync(later, $"reader/api/0/stream/items/ids?s={ReadingList}&n=1000&xt={Read}&output=json")));
    }

    // A sync by streams, as FeedMe and News+ do it, set up as for a FreshRSS server.
    [Fact]
    public async Task An_app_that_reads_streams_from_another_kind_of_server_reads_counts_and_marks_all()
    {
        using var app = await LoginAsync("api/greader.php/");
        const string Api = "api/greader.php/reader/api/0/";
        Assert.Equal(2, (int)(await GetAsync(app, Api + "unread-count?output=json"))["unreadcounts"]!.AsArray().Single(count => (string)count!["id"]! == ReadingList)!["count"]!);

        var first = await GetAsync(app, $"{Api}stream/contents/{Uri.EscapeDataString(ReadingList)}?ck=1&client=app&n=1&r=n&xt={Uri.EscapeDataString(Read)}");
        var second = await GetAsync(app, $"{Api}stream/contents/{ReadingList}?n=1&xt={Read}&c={first["continuation"]}");
        Assert.NotEqual((string)first["items"]![0]!["id"]!, (string)second["items"]![0]!["id"]!);
        Assert.Null(second["continuation"]);

        using var done = await app.PostAsync(Api + "mark-all-as-read", Form(("s", ReadingList), ("T", "token")));
        Assert.Equal(HttpStatusCode.OK, done.StatusCode);
        Assert.Empty((await GetAsync(app, Api + "unread-count?output=json"))["unreadcounts"]!.AsArray());
    }

    // It logs in as at a FeedHQ server and reads streams as Atom. Each run begins with an empty cache: what it knows it has from the platform.
    [Fact]
    public async Task Newsboat_shows_the_articles_and_what_is_read_and_starred_in_it_is_kept()
    {
        string[] titles = ["Fire at the old mill: true", "Harbour bridge reopens after a year: true"];
        Assert.Equal(titles, (await NewsboatAsync()).Select(article => $"{article["title"]}: {article["unread"]}"));

        // To the feed with unread articles, into it, into its first article, a flag that stands for a star, and out again.
        var read = (await NewsboatAsync("n\tGeneral", "^M\tFire at the old mill", "^M\tmayor of Lindmoor", "^E\tFlags", "s^M\tupdated", "qqq\t")).Single(article => !(bool)article["unread"]!);

        using var app = await LoginAsync("");
        var unread = await Eventually.BecomesAsync(async () => Ids(await GetAsync(app, $"reader/api/0/stream/items/ids?s={ReadingList}&n=1000&xt={Read}&output=json")), ids => ids.Count == 1, what: "the one unread article");
        var starred = Assert.Single((await GetAsync(app, "reader/api/0/stream/contents/user/-/state/com.google/starred"))["items"]!.AsArray())!;
        Assert.Equal(((string)read["title"]!, (string)read["link"]!), ((string)starred["title"]!, (string)starred["alternate"]![0]!["href"]!));
        Assert.NotEqual($"tag:google.com,2005:reader/item/{long.Parse(unread[0]):x16}", (string)starred["id"]!);
        Assert.Equal(titles.Select(title => title.Replace($"{read["title"]}: true", $"{read["title"]}: false", StringComparison.Ordinal)), (await NewsboatAsync()).Select(article => $"{article["title"]}: {article["unread"]}"));
    }

    public async ValueTask DisposeAsync()
    {
        if (_run is not null)
        {
            await _run.DisposeAsync();
        }

        _folder.Dispose();
    }

    private async Task<HttpClient> LoginAsync(string prefix)
    {
        var app = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{_run!.Port}/") };
        using var answer = await app.PostAsync(prefix + "accounts/ClientLogin", Form(("Email", "reader@news.example"), ("Passwd", StandaloneRun.Key)));
        var lines = (await answer.Content.ReadAsStringAsync()).Split('\n');
        var auth = lines.Single(line => line.StartsWith("Auth=", StringComparison.Ordinal))["Auth=".Length..];
        app.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", $"GoogleLogin auth={auth}");
        return app;
    }

    /// <summary>What newsboat holds after it was used; the articles of its feeds, without those of its own lists of stars.</summary>
    private async Task<List<JsonObject>> NewsboatAsync(params string[] steps)
    {
        var input = string.Join('\n', [$"http://127.0.0.1:{_run!.Port}", StandaloneRun.Key, .. steps]) + "\n";
        var lines = await ClientScript.RunAppOrSkipAsync("newsboat.py", "newsboat", input);
        return [.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject()).Where(article => (string)article["feed"]! == "General")];
    }

    private static FormUrlEncodedContent Form(params IEnumerable<(string Name, string Value)> values) => new(values.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    private static async Task<JsonObject> GetAsync(HttpClient app, string path) => (await app.GetFromJsonAsync<JsonObject>(path))!;

    private static async Task<JsonObject> PostAsync(HttpClient app, string path, IEnumerable<(string Name, string Value)> form)
    {
        using var answer = await app.PostAsync(path, Form(form));
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
    }

    private static List<string> Ids(JsonObject answer) => [.. answer["itemRefs"]!.AsArray().Select(item => (string)item!["id"]!)];
}
