using System.Net;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace NewsPlatform.Publishing.Tests.SpeakReader;

/// <summary>What readers keep beside their marks: folders, files of feeds, and what apps note for themselves.</summary>
public sealed class ReaderFolderTests : IDisposable
{
    private const string Sports = "https://news.example/feeds/rss.xml?category=sports";
    private const string Post = "https://news.example/source/post";

    private readonly PublishingHost _service = new();
    private readonly ReaderApp _app;

    public ReaderFolderTests() => _app = new ReaderApp(_service.CreateClient());

    [Fact]
    public async Task A_folder_is_renamed_and_removed_and_its_feeds_stay()
    {
        await FollowAsync((Sports, "Games", "Evening"), (Post, "The Post", "Papers"));
        await _app.DoAsync("preference/stream/set", ("s", "user/-/label/Evening"), ("k", "is-expanded"), ("v", "true"));

        await _app.DoAsync("rename-tag", ("s", "user/1234/label/Evening"), ("dest", "user/-/label/Late & long"));
        Assert.Equal("Games: Late & long; The Post: Papers", await FoldersAsync());
        Assert.Equal("true", (string)(await _app.GetAsync("preference/stream/list"))["streamprefs"]!["user/-/label/Late & long"]![0]!["value"]!);

        await _app.DoAsync("rename-tag", ("s", "user/-/label/Papers"), ("dest", "user/-/label/Late & long"));
        Assert.Equal("Games: Late & long; The Post: Late & long", await FoldersAsync());

        await _app.DoAsync("disable-tag", ("s", "user/-/label/Late & long"), ("T", "x"));
        await _app.DoAsync("disable-tag", ("t", "Late & long"));
        Assert.Equal("Games: ; The Post: ", await FoldersAsync());
        Assert.Equal("{}", (await _app.GetAsync("preference/stream/list"))["streamprefs"]!.ToJsonString());
        Assert.Equal([ReaderApp.Starred], (await _app.GetAsync("tag/list"))["tags"]!.AsArray().Select(tag => (string)tag!["id"]!));
    }

    [Theory]
    [InlineData("rename-tag", "user/-/state/com.google/starred", "user/-/label/x")]
    [InlineData("rename-tag", "user/-/label/x", "")]
    [InlineData("disable-tag", "user/-/state/com.google/starred", "")]
    public async Task What_is_no_folder_is_neither_renamed_nor_removed(string operation, string stream, string to) =>
        Assert.Equal(HttpStatusCode.BadRequest, await _app.StatusAsync(HttpMethod.Post, operation, ("s", stream), ("dest", to)));

    [Fact]
    public async Task Several_feeds_at_once_get_each_its_own_name()
    {
        await FollowAsync();
        await _app.DoAsync("subscription/edit", ("ac", "subscribe"), ("s", $"feed/{Sports}"), ("t", "Games"), ("s", $"feed/{Post}"), ("t", "The Post"), ("a", "user/-/label/All"));

        Assert.Equal("Games: All; The Post: All", await FoldersAsync());
    }

    [Fact]
    public async Task A_file_of_feeds_written_for_one_key_is_read_for_another()
    {
        await FollowAsync((Sports, "Games", "Evening <1>"), (Post, "The \"Post\"", null), ("bridges & tunnels", "Works", "Evening <1>"));
        var opml = await _app.ReadAsync("subscription/export");
        var other = new ReaderApp(_service.CreateClient(), "tablet");
        foreach (var feed in (await other.GetAsync("subscription/list"))["subscriptions"]!.AsArray())
        {
            await other.DoAsync("subscription/edit", ("ac", "unsubscribe"), ("s", (string)feed!["id"]!));
        }

        var (status, text) = await other.SendFileAsync("subscription/import", opml);

        Assert.Equal((HttpStatusCode.OK, "OK"), (status, text));
        Assert.Equal("Games: Evening <1>; The \"Post\": ; Works: Evening <1>", await FoldersAsync(other));
        Assert.Equal(await IdsAsync(_app), await IdsAsync(other));
        Assert.Equal("2.0", (string?)XDocument.Parse(opml).Root!.Attribute("version"));
    }

    [Fact]
    public async Task Of_a_file_what_is_not_of_this_platform_is_left_out_and_said_so()
    {
        await FollowAsync();
        const string Foreign = """<outline type="rss" text="Elsewhere" xmlUrl="https://elsewhere.example/rss"/>""";

        var none = await _app.SendFileAsync("subscription/import", $"<opml version=\"1.0\"><body>{Foreign}</body></opml>");
        var some = await _app.SendFileAsync("subscription/import", $"<opml version=\"1.0\"><body>{Foreign}<outline text=\"Games\" xmlUrl=\"{Sports}\"/></body></opml>");
        var broken = await _app.SendFileAsync("subscription/import", "<opml><body>");
        var large = await _app.SendFileAsync("subscription/import", $"<opml><body>{new string('x', 300_000)}</body></opml>");

        Assert.Equal((HttpStatusCode.BadRequest, "None of the 1 feeds in the file is one of this platform.\n"), none);
        Assert.Equal((HttpStatusCode.OK, "OK\n1 of the 2 feeds in the file were left out: they are none of this platform.\n"), some);
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (broken.Status, large.Status));
        Assert.Equal("Games: ", await FoldersAsync());
    }

    [Fact]
    public async Task An_address_of_somebody_else_is_not_taken_for_all_news()
    {
        Assert.Contains("It is no address of http://localhost", (string)(await _app.PostAsync("subscription/quickadd", ("quickadd", "https://elsewhere.example/")))["error"]!, StringComparison.Ordinal);
        Assert.Equal(1, (int)(await _app.PostAsync("subscription/quickadd", ("quickadd", "http://localhost/")))["numResults"]!);
    }

    [Fact]
    public async Task What_apps_keep_for_themselves_comes_back_to_each_key_its_own_and_orders_the_feeds_by_their_digits()
    {
        await FollowAsync((Sports, "Games", null), (Post, "The Post", null));
        var order = string.Concat((await _app.GetAsync("subscription/list"))["subscriptions"]!.AsArray().Select(feed => (string)feed!["sortid"]!).Reverse());
        Assert.Equal(16, order.Length);

        await _app.DoAsync("preference/stream/set", ("s", "user/1/state/com.google/root"), ("k", "subscription-ordering"), ("v", "to be replaced"));
        await _app.DoAsync("preference/stream/set", ("s", "user/-/state/com.google/root"), ("k", "subscription-ordering"), ("v", order));
        await _app.DoAsync("preference/set", ("k", "theme"), ("v", "dark"));
        await _app.DoAsync("preference/set", ("k", "gone"), ("v", "soon"));
        await _app.DoAsync("preference/set", ("k", "gone"));

        var held = (await _app.GetAsync("preference/stream/list?output=json"))["streamprefs"]!["user/-/state/com.google/root"]!.AsArray();
        Assert.Equal(("subscription-ordering", order), ((string)held.Single()!["id"]!, (string)held.Single()!["value"]!));
        Assert.Equal("""[{"id":"theme","value":"dark"}]""", (await _app.GetAsync("preference/list"))["prefs"]!.ToJsonString());
        Assert.Equal("[]", (await new ReaderApp(_service.CreateClient(), "tablet").GetAsync("preference/list"))["prefs"]!.ToJsonString());
        Assert.Equal(HttpStatusCode.BadRequest, await _app.StatusAsync(HttpMethod.Post, "preference/set", ("v", "x")));
        Assert.Equal("phone", (string)(await _app.GetAsync("friend/list"))["friends"]![0]!["displayName"]!);
    }

    public void Dispose() => _service.Dispose();

    // These, and nothing else.
    private async Task FollowAsync(params (string Feed, string Title, string? Folder)[] feeds)
    {
        foreach (var feed in (await _app.GetAsync("subscription/list"))["subscriptions"]!.AsArray())
        {
            await _app.DoAsync("subscription/edit", ("ac", "unsubscribe"), ("s", (string)feed!["id"]!));
        }

        foreach (var (feed, title, folder) in feeds)
        {
            await _app.DoAsync("subscription/edit", ("ac", "subscribe"), ("s", $"feed/{feed}"), ("t", title), ("a", folder is null ? "" : $"user/-/label/{folder}"));
        }
    }

    private Task<string> FoldersAsync() => FoldersAsync(_app);

    // In the order of names, for a file has the feeds in their folders.
    private static async Task<string> FoldersAsync(ReaderApp app) => string.Join("; ", (await app.GetAsync("subscription/list"))["subscriptions"]!.AsArray()
        .Select(feed => $"{feed!["title"]}: {string.Join(", ", feed["categories"]!.AsArray().Select(folder => (string)folder!["label"]!))}").Order(StringComparer.Ordinal));

    private static async Task<IEnumerable<string>> IdsAsync(ReaderApp app) => (await app.GetAsync("subscription/list"))["subscriptions"]!.AsArray().Select(feed => (string)feed!["id"]!).Order(StringComparer.Ordinal);
}
