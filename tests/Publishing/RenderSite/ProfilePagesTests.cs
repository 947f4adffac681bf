using System.Net;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.RenderSite;

/// <summary>A reader follows one source, and one person, organisation or place.</summary>
public sealed class ProfilePagesTests : IDisposable
{
    private static readonly Entity Mayor = new("Ada Lindqvist", "PER", [new TextSpan(0, 3)], "mayor of Tidewater") { Id = "Q4815162", Aliases = ["Mayor Lindqvist"] };
    private static readonly Entity Port = new("Harbour Board", "ORG", [new TextSpan(4, 6)], null);

    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public ProfilePagesTests() => _client = _service.CreateClient();

    [Theory]
    [InlineData("Ada Lindqvist")]
    [InlineData("mayor lindqvist")]
    [InlineData("Q4815162")]
    public async Task A_person_is_found_by_any_of_its_names_with_its_words_its_company_and_its_articles(string name)
    {
        await TakeInAsync();

        var page = await _client.GetStringAsync($"/entity/{Uri.EscapeDataString(name)}");

        Assert.Contains("<h1 class=\"page-title\"><bdi>Ada Lindqvist</bdi></h1>", page, StringComparison.Ordinal);
        Assert.Contains("mayor of Tidewater", page, StringComparison.Ordinal);
        Assert.Contains("Mayor Lindqvist", page, StringComparison.Ordinal);
        Assert.Contains("https://www.wikidata.org/entity/Q4815162", page, StringComparison.Ordinal);
        Assert.Contains("The bridge is open to everybody", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody asked us", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/entity/Harbour%20Board\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<li><a href=\"/entity/Ada%20Lindqvist\"", page.Split("Named beside it")[1], StringComparison.Ordinal);
        Assert.Contains("href=\"/article/a1\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Ada Lindqvist")]
    [InlineData("Ада Ліндквіст")]
    public async Task What_a_person_is_counted_with_is_listed_under_its_names_in_other_languages_too(string name)
    {
        await TakeInAsync();
        var told = AnArticle.Enriched("a3", title: "Міст відкрито", language: "uk", entities: [Mayor with { Name = "Ада Ліндквіст", Aliases = [] }]);
        await _service.TakeInAsync(told with { Analysis = told.Analysis with { Quotes = [new Quotation("Міст відкрито для всіх", "Ада Ліндквіст", 0, 5)] } });

        var page = await _client.GetStringAsync($"/entity/{Uri.EscapeDataString(name)}");

        Assert.Contains("<p class=\"meta\">2 articles</p>", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/article/a1\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/article/a3\"", page, StringComparison.Ordinal);
        Assert.Contains("The bridge is open to everybody", page, StringComparison.Ordinal);
        Assert.Contains("Міст відкрито для всіх", page, StringComparison.Ordinal);

        var feed = await _client.GetStringAsync(FeedOf(page));
        Assert.Contains("/article/a1", feed, StringComparison.Ordinal);
        Assert.Contains("/article/a3", feed, StringComparison.Ordinal);
        Assert.Contains(": Ada Lindqvist</title>", feed, StringComparison.Ordinal);

        var live = page.Split("data-stream=\"")[1].Split('"')[0];
        Assert.Contains(Uri.EscapeDataString("Ада Ліндквіст"), live, StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("Ada Lindqvist"), live, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/source/-late")]
    [InlineData("/source/one,two")]
    [InlineData("/section/-culture")]
    [InlineData("/entity/-ism")]
    public async Task A_name_is_taken_as_it_stands_on_its_page_and_in_its_feed(string path)
    {
        await TakeInAsync();
        await _service.TakeInAsync(
            AnArticle.Enriched("b1", source: "-late", section: "-culture", entities: [new Entity("-ism", "ORG", [new TextSpan(0, 3)], null)]),
            AnArticle.Enriched("b2", source: "one,two", section: "-culture", entities: [new Entity("-ism", "ORG", [new TextSpan(0, 3)], null)]));

        var page = await _client.GetStringAsync(path);
        var feed = await _client.GetStringAsync(FeedOf(page));

        foreach (var listed in (string[])[page, feed])
        {
            Assert.Contains("/article/b", listed, StringComparison.Ordinal);
            Assert.DoesNotContain("/article/a", listed, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_name_that_no_visible_article_bears_has_no_page()
    {
        await TakeInAsync();
        await _service.TakeInAsync(AnArticle.Enriched("a9", embargoedUntil: AnArticle.Noon.AddDays(1), entities: [new Entity("Secret Guest", "PER", [new TextSpan(0, 3)], null)]));

        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/entity/Secret%20Guest")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/source/nobody")).StatusCode);
    }

    [Fact]
    public async Task A_source_shows_how_it_fares_what_it_writes_about_and_its_articles()
    {
        await TakeInAsync();
        await _service.Bus.Publish(AnArticle.Source("tidewater-post", "dormant", minute: 1));

        var page = await Eventually.BecomesAsync(
            () => _client.GetStringAsync("/source/tidewater-post"),
            page => page.Contains("The tidewater-post Post", StringComparison.Ordinal));

        Assert.Contains("cannot be read since", page, StringComparison.Ordinal);
        Assert.Contains("href=\"https://tidewater-post.example/\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/article/a1\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/search?source=tidewater-post&amp;entity=Ada%20Lindqvist\"", page, StringComparison.Ordinal);
        Assert.Contains("/feeds/atom.xml?source=tidewater-post", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_only_pushes_has_a_page_by_its_articles()
    {
        await TakeInAsync();

        Assert.Contains("TIDEWATER-POST", await _client.GetStringAsync("/source/tidewater-post"), StringComparison.Ordinal);
    }

    public void Dispose() => _service.Dispose();

    private static string FeedOf(string page) => WebUtility.HtmlDecode(page[page.IndexOf("/feeds/atom.xml", StringComparison.Ordinal)..].Split('"')[0]);

    private async Task TakeInAsync()
    {
        var article = AnArticle.Enriched("a1", entities: [Mayor, Port]);
        await _service.TakeInAsync(
            article with { Analysis = article.Analysis with { Quotes = [new Quotation("The bridge is open to everybody", "Ada Lindqvist", 0, 5), new Quotation("Nobody asked us", "Harbour Board", 6, 9)] } },
            AnArticle.Enriched("a2", title: "Ferries stop", publishedAt: AnArticle.Noon.AddMinutes(-5), entities: [Port]));
    }
}
