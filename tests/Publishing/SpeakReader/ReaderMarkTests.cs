using System.Net;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.SpeakReader;

public sealed class ReaderMarkTests : IDisposable
{
    private const string SportsFeed = "https://news.example/feeds/rss.xml?category=sports&limit=5";

    private readonly TempFolder _folder = new();
    private readonly PublishingHost _service;
    private readonly ReaderApp _app;

    public ReaderMarkTests()
    {
        _service = new PublishingHost(new ManualClock(AnArticle.Noon.AddMinutes(5)), _folder.Path);
        _app = new ReaderApp(_service.CreateClient());
    }

    [Fact]
    public async Task Read_and_starred_are_known_to_every_process_each_key_its_own()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a", title: "a"), AnArticle.Enriched("b", title: "b", publishedAt: AnArticle.Noon.AddMinutes(-1)));
        var ids = await _app.IdsAsync(ReaderApp.ReadingList);
        await _app.DoAsync("edit-tag", ("i", ids[0]), ("a", ReaderApp.Read), ("T", "x"));
        await _app.DoAsync("edit-tag", ("i", ids[1]), ("a", ReaderApp.Starred), ("T", "x"));

        // Nothing of it can be in memory there; what a killed process leaves is the same file.
        using var later = new PublishingHost(new ManualClock(AnArticle.Noon.AddMinutes(6)), _folder.Path);
        var app = new ReaderApp(later.CreateClient());
        Assert.Equal(ids, await app.IdsAsync(ReaderApp.ReadingList));
        Assert.Equal([ids[1]], await app.IdsAsync(ReaderApp.ReadingList, $"&xt={ReaderApp.Read}"));
        Assert.Equal([ids[0]], await app.IdsAsync(ReaderApp.Read));
        Assert.Equal([ids[1]], await app.IdsAsync(ReaderApp.Starred));
        Assert.Equal(ids, await new ReaderApp(_service.CreateClient(), "tablet").IdsAsync(ReaderApp.ReadingList, $"&xt={ReaderApp.Read}"));

        await _app.DoAsync("edit-tag", ("i", ids[0]), ("r", ReaderApp.Read));
        await _app.DoAsync("edit-tag", ("i", ids[1]), ("r", ReaderApp.Starred));
        Assert.Equal(ids, await _app.IdsAsync(ReaderApp.ReadingList, $"&xt={ReaderApp.Read}"));
        Assert.Empty(await _app.IdsAsync(ReaderApp.Starred));
    }

    [Fact]
    public async Task Marking_all_as_read_spares_what_was_published_after_and_a_later_mark_as_unread_holds()
    {
        await _service.TakeInAsync(
            AnArticle.Enriched("a", title: "a", category: "sports", publishedAt: AnArticle.Noon.AddMinutes(-9)),
            AnArticle.Enriched("b", title: "b", category: "health", publishedAt: AnArticle.Noon.AddMinutes(-8)),
            AnArticle.Enriched("c", title: "c", category: "sports"));
        var sports = (string)(await _app.PostAsync("subscription/quickadd", ("quickadd", SportsFeed)))["streamId"]!;
        var until = $"{AnArticle.Noon.AddMinutes(-5).ToUnixTimeSeconds()}000000";

        await _app.DoAsync("mark-all-as-read", ("s", sports), ("ts", until));
        Assert.Equal("c, b", await _app.TitlesAsync(ReaderApp.ReadingList, $"&xt={ReaderApp.Read}"));
        Assert.Equal((1, 2), ((await _app.UnreadAsync())[sports], (await _app.UnreadAsync())[ReaderApp.ReadingList]));

        await _app.DoAsync("mark-all-as-read", ("s", ReaderApp.ReadingList), ("ts", until));
        Assert.Equal("c", await _app.TitlesAsync(ReaderApp.ReadingList, $"&xt={ReaderApp.Read}"));

        await _app.DoAsync("edit-tag", ("i", (await _app.IdsAsync(ReaderApp.ReadingList))[2]), ("r", ReaderApp.Read));
        Assert.Equal("c, a", await _app.TitlesAsync(ReaderApp.ReadingList, $"&xt={ReaderApp.Read}"));
        Assert.Equal(2, (await _app.UnreadAsync())[ReaderApp.ReadingList]);

        await _app.DoAsync("mark-all-as-read", ("s", ReaderApp.ReadingList));
        Assert.Empty(await _app.UnreadAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("000")]
    [InlineData("000000")]
    [InlineData("000000000")]
    public async Task The_instant_of_marking_all_is_understood_in_seconds_and_thousandths_of_every_kind(string zeros)
    {
        await _service.TakeInAsync(AnArticle.Enriched("a", title: "a", publishedAt: AnArticle.Noon.AddMinutes(-9)), AnArticle.Enriched("c", title: "c"));

        await _app.DoAsync("mark-all-as-read", ("s", ReaderApp.ReadingList), ("ts", $"{AnArticle.Noon.AddMinutes(-5).ToUnixTimeSeconds()}{zeros}"));

        Assert.Equal("c", await _app.TitlesAsync(ReaderApp.ReadingList, $"&xt={ReaderApp.Read}"));
    }

    [Fact]
    public async Task Stars_are_listed_of_one_feed_and_up_to_an_instant()
    {
        await _service.TakeInAsync(
            AnArticle.Enriched("a", title: "a", category: "sports", publishedAt: AnArticle.Noon.AddMinutes(-9)),
            AnArticle.Enriched("b", title: "b", category: "health", publishedAt: AnArticle.Noon.AddMinutes(-8)),
            AnArticle.Enriched("c", title: "c", category: "sports"));
        await _app.DoAsync("edit-tag", [("a", ReaderApp.Starred), .. (await _app.IdsAsync(ReaderApp.ReadingList)).Take(2).Select(id => ("i", id))]);
        var sports = (string)(await _app.PostAsync("subscription/quickadd", ("quickadd", SportsFeed)))["streamId"]!;

        Assert.Equal("c", await _app.TitlesAsync(sports, $"&it={ReaderApp.Starred}"));
        Assert.Equal("c, b", await _app.TitlesAsync(ReaderApp.ReadingList, $"&it={ReaderApp.Starred}"));
        Assert.Equal("b", await _app.TitlesAsync(ReaderApp.Starred, $"&nt={AnArticle.Noon.AddMinutes(-5).ToUnixTimeSeconds()}"));
    }

    [Fact]
    public async Task Feeds_are_followed_named_put_into_folders_and_left()
    {
        await _service.TakeInAsync(
            AnArticle.Enriched("a", title: "Goal", text: "A goal.", category: "sports", source: "post", story: "s1"),
            AnArticle.Enriched("b", title: "Bridge opens", category: "general", source: "times", story: "s2", publishedAt: AnArticle.Noon.AddMinutes(-1)));
        foreach (var feed in (await _app.GetAsync("subscription/list"))["subscriptions"]!.AsArray())
        {
            await _app.DoAsync("subscription/edit", ("ac", "unsubscribe"), ("s", (string)feed!["id"]!));
        }

        Assert.Equal("", await _app.TitlesAsync(ReaderApp.ReadingList));

        await _app.DoAsync("subscription/edit", ("ac", "subscribe"), ("s", "feed/https://news.example/feeds/atom.xml?source=post"), ("t", "The Post"), ("a", "user/-/label/Papers"));
        var story = (string)(await _app.PostAsync("subscription/quickadd", ("quickadd", "https://news.example/story/s2")))["streamId"]!;
        var words = (string)(await _app.PostAsync("subscription/quickadd", ("quickadd", "bridges")))["streamId"]!;

        Assert.Equal("Goal, Bridge opens", await _app.TitlesAsync(ReaderApp.ReadingList));
        Assert.Equal("Goal", await _app.TitlesAsync("user/-/label/Papers"));
        Assert.Equal("Bridge opens", await _app.TitlesAsync(story));
        Assert.Equal("Bridge opens", await _app.TitlesAsync(words));
        var tags = (await _app.GetAsync("tag/list"))["tags"]!.AsArray().Select(tag => (string)tag!["id"]!);
        Assert.Equal([ReaderApp.Starred, "user/-/label/Papers"], tags);

        await _app.DoAsync("subscription/edit", ("ac", "edit"), ("s", words), ("t", "Bridges"), ("a", "user/-/label/Papers"));
        await _app.DoAsync("subscription/edit", ("ac", "unsubscribe"), ("s", story));
        var held = (await _app.GetAsync("subscription/list"))["subscriptions"]!.AsArray();
        Assert.Equal(["The Post", "Bridges"], held.Select(feed => (string)feed!["title"]!));
        Assert.Equal("Goal, Bridge opens", await _app.TitlesAsync("user/-/label/Papers"));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_in_a_sentence()
    {
        Assert.Equal(0, (int)(await _app.PostAsync("subscription/quickadd", ("quickadd", " ")))["numResults"]!);
        Assert.Equal(HttpStatusCode.BadRequest, await _app.StatusAsync(HttpMethod.Post, "subscription/edit", ("ac", "subscribe"), ("s", "feed/https://news.example/feeds/rss.xml?language=english")));
        Assert.Equal(HttpStatusCode.BadRequest, await _app.StatusAsync(HttpMethod.Post, "edit-tag", ("i", "1"), ("a", "user/-/label/x")));
        Assert.Equal(HttpStatusCode.BadRequest, await _app.StatusAsync(HttpMethod.Post, "mark-all-as-read"));
        Assert.Equal(HttpStatusCode.NotFound, await _app.StatusAsync(HttpMethod.Get, "edit-tag?i=1"));
        using var nobody = _service.CreateClient();
        Assert.Equal(HttpStatusCode.Unauthorized, (await nobody.GetAsync("/reader/api/0/subscription/list")).StatusCode);
    }

    public void Dispose()
    {
        _service.Dispose();
        _folder.Dispose();
    }
}
