using System.Globalization;
using System.Net;
using System.Xml.Linq;

namespace NewsPlatform.Publishing.Tests.SpeakReader;

public sealed class ReaderStreamTests : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly ReaderApp _app;

    public ReaderStreamTests() => _app = new ReaderApp(_service.CreateClient());

    [Fact]
    public async Task Who_never_said_what_to_follow_follows_the_seven_sections_and_an_item_says_of_which_it_is()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a", title: "Goal", category: "sports", text: "A goal & more."), AnArticle.Enriched("b", title: "Talk", publishedAt: AnArticle.Noon.AddMinutes(-1)));

        var feeds = (await _app.GetAsync("subscription/list?output=json"))["subscriptions"]!.AsArray();
        var item = (await _app.GetAsync($"stream/contents/{ReaderApp.ReadingList}"))["items"]![0]!;

        Assert.Equal(["Business", "Entertainment", "General", "Health", "Science", "Sports", "Technology"], feeds.Select(feed => (string)feed!["title"]!));
        var sports = (string)feeds[5]!["id"]!;
        Assert.Equal((sports, "Sports"), ((string)item["origin"]!["streamId"]!, (string)item["origin"]!["title"]!));
        Assert.Equal("<p>A goal &amp; more.</p>", ((string)item["summary"]!["content"]!).Trim());
        Assert.Equal("https://tidewater-post.example/a", (string)item["alternate"]![0]!["href"]!);
        Assert.Equal(AnArticle.Noon.ToUnixTimeSeconds(), (long)item["published"]!);
        Assert.Equal("Goal", await _app.TitlesAsync(sports));
        Assert.Equal("Goal, Talk", await _app.TitlesAsync("user/1234567890/state/com.google/reading-list"));
    }

    [Fact]
    public async Task A_stream_as_atom_has_the_same_items_and_tells_what_is_read()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a", title: "Goal & more", category: "sports"), AnArticle.Enriched("b", title: "Talk", publishedAt: AnArticle.Noon.AddMinutes(-1)));
        var ids = await _app.IdsAsync(ReaderApp.ReadingList);
        await _app.DoAsync("edit-tag", ("i", ids[1]), ("a", ReaderApp.Read));
        await _app.DoAsync("edit-tag", ("i", ids[0]), ("r", ReaderApp.Read), ("a", "user/-/state/com.google/kept-unread"), ("a", "user/-/state/com.google/tracking-kept-unread"));
        await _app.DoAsync("edit-tag", ("i", ids[0]), ("a", "user/-/state/com.google/tracking-kept-unread"));

        XNamespace atom = "http://www.w3.org/2005/Atom";
        var feed = XDocument.Parse(await _app.ReadAsync($"/reader/atom/{Uri.EscapeDataString(ReaderApp.ReadingList)}?n=20")).Root!;
        var first = XDocument.Parse(await _app.ReadAsync($"/reader/atom/{ReaderApp.ReadingList}?n=1")).Root!;

        var entries = feed.Elements(atom + "entry").ToList();
        Assert.Equal(["Goal & more", "Talk"], entries.Select(entry => entry.Element(atom + "title")!.Value));
        Assert.Equal(ids.Select(id => $"tag:google.com,2005:reader/item/{Number(id):x16}"), entries.Select(entry => entry.Element(atom + "id")!.Value));
        Assert.Equal(["reading-list kept-unread", "reading-list read"], entries.Select(entry => string.Join(' ', entry.Elements(atom + "category").Select(category => category.Attribute("label")!.Value))));
        Assert.Equal("https://tidewater-post.example/a", entries[0].Element(atom + "link")!.Attribute("href")!.Value);
        Assert.Null(feed.Element(XName.Get("continuation", "http://www.google.com/schemas/reader/atom/")));
        Assert.NotNull(first.Element(XName.Get("continuation", "http://www.google.com/schemas/reader/atom/")));
    }

    [Fact]
    public async Task Ids_are_the_same_short_and_long_and_name_the_items_whatever_came_in_between()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a", title: "One"), AnArticle.Enriched("b", title: "Two", publishedAt: AnArticle.Noon.AddMinutes(-1)));
        var ids = await _app.IdsAsync(ReaderApp.ReadingList, "&n=10000");
        await _service.TakeInAsync(AnArticle.Enriched("a", revision: 2, title: "One again", publishedAt: AnArticle.Noon.AddMinutes(-3)), AnArticle.Enriched("c", title: "Three"));

        string[] forms = [$"tag:google.com,2005:reader/item/{Number(ids[0]):x16}", ids[1]];
        var named = await _app.PostAsync("stream/items/contents?output=json", [.. forms.Select(form => ("i", form)), ("T", "token")]);

        Assert.Equal("One again, Two", ReaderApp.TitlesOf(named));
        Assert.Equal(ids.Select(id => $"tag:google.com,2005:reader/item/{Number(id):x16}"), named["items"]!.AsArray().Select(item => (string)item!["id"]!));
        Assert.Equal(HttpStatusCode.BadRequest, await _app.StatusAsync(HttpMethod.Post, "stream/items/contents"));
    }

    [Theory]
    [InlineData("", "e, d, c, b, a")]
    [InlineData("&r=o", "a, b, c, d, e")]
    public async Task Pages_through_a_stream_in_either_order_without_repeat_or_gap(string order, string expected)
    {
        await _service.TakeInAsync([.. "abcde".Select((letter, i) => AnArticle.Enriched($"{letter}", title: $"{letter}", publishedAt: AnArticle.Noon.AddMinutes(i)))]);

        var (seen, continuation) = (new List<string>(), "");
        do
        {
            var page = await _app.GetAsync($"stream/contents/{ReaderApp.ReadingList}?n=2{order}{continuation}");
            seen.Add(ReaderApp.TitlesOf(page));
            continuation = (string?)page["continuation"] is { } next ? $"&c={next}" : null;
        }
        while (continuation is not null);

        Assert.Equal(expected, string.Join(", ", seen));
        Assert.Equal(3, seen.Count);
    }

    [Fact]
    public async Task Since_counts_when_an_article_came_in_and_until_when_it_was_published()
    {
        await _service.TakeInAsync(AnArticle.Enriched("old", title: "old", publishedAt: AnArticle.Noon.AddHours(-5)), AnArticle.Enriched("new", title: "new"));
        var late = AnArticle.Enriched("late", title: "late", publishedAt: AnArticle.Noon.AddHours(-4));
        await _service.TakeInAsync(late with { Content = late.Content with { FirstSeenAt = AnArticle.Noon.AddMinutes(2) } });
        var since = AnArticle.Noon.AddHours(-1).ToUnixTimeSeconds();

        Assert.Equal("new, late", await _app.TitlesAsync(ReaderApp.ReadingList, $"&ot={since}"));
        Assert.Equal("late, old", await _app.TitlesAsync(ReaderApp.ReadingList, $"&nt={since}"));
    }

    [Fact]
    public async Task What_is_withdrawn_or_embargoed_is_in_no_stream_no_count_and_no_answer_by_id()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a", title: "a"), AnArticle.Enriched("gone", title: "gone"));
        var ids = await _app.IdsAsync(ReaderApp.ReadingList);
        await _app.DoAsync("edit-tag", [.. ids.Select(id => ("i", id)), ("a", ReaderApp.Starred)]);
        await _service.TakeInAsync(AnArticle.Withdrawn("gone"));
        await _service.TakeInAsync(AnArticle.Enriched("secret", embargoedUntil: AnArticle.Noon.AddHours(1)));

        Assert.Equal("a", await _app.TitlesAsync(ReaderApp.ReadingList));
        Assert.Equal("a", await _app.TitlesAsync(ReaderApp.Starred));
        Assert.Single(await _app.IdsAsync(ReaderApp.Starred));
        Assert.Equal("a", ReaderApp.TitlesOf(await _app.PostAsync("stream/items/contents", [.. ids.Select(id => ("i", id))])));
        Assert.Equal(1, (await _app.UnreadAsync())[ReaderApp.ReadingList]);
    }

    public void Dispose() => _service.Dispose();

    private static long Number(string id) => long.Parse(id, CultureInfo.InvariantCulture);
}
