using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Publishing.Tests.RenderSite;

/// <summary>A reader narrows a search down and takes conditions away again, without a script.</summary>
public sealed class SearchPageTests : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public SearchPageTests() => _client = _service.CreateClient();

    [Fact]
    public async Task Offers_what_the_found_articles_differ_in_with_their_numbers()
    {
        await TakeInAsync();

        var page = await _client.GetStringAsync("/search?q=bridge&sort=time");

        Assert.Contains("3 articles", page, StringComparison.Ordinal);
        Assert.Contains("<a href=\"/search?q=bridge&amp;source=post&amp;sort=time\"><bdi>POST</bdi></a> <span class=\"meta\">2</span>", page, StringComparison.Ordinal);
        Assert.Contains("/search?q=bridge&amp;from=2026-11-19&amp;to=2026-11-19&amp;sort=time", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<h2 class=\"rubric\">Language of the news</h2>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_condition_is_shown_carried_on_and_can_be_taken_away()
    {
        await TakeInAsync();

        var page = await _client.GetStringAsync("/search?q=bridge&source=post&speaker=Ada&lang=uk");

        Assert.Contains("<a href=\"/search?q=bridge&amp;speaker=Ada&amp;sort=relevance&amp;lang=uk\" aria-label=\"Прибрати умову: post\">", page, StringComparison.Ordinal);
        Assert.Contains("<input type=\"hidden\" name=\"speaker\" value=\"Ada\">", page, StringComparison.Ordinal);
        Assert.Contains("/feeds/rss.xml?q=bridge&amp;source=post&amp;speaker=Ada", page, StringComparison.Ordinal);
    }

    public void Dispose() => _service.Dispose();

    private Task TakeInAsync() => _service.TakeInAsync(
        AnArticle.Enriched("a1", source: "post"),
        AnArticle.Enriched("a2", source: "post", publishedAt: AnArticle.Noon.AddDays(-1), entities: [new Entity("Ada", "PER", [new TextSpan(0, 3)], null)]),
        AnArticle.Enriched("a3", source: "courier", entities: [new Entity("Ada", "PER", [new TextSpan(0, 3)], null)]));
}
