using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.RenderSite;

namespace NewsPlatform.Publishing.Tests.RenderSite;

public sealed partial class SiteTests : IDisposable
{
    private const string Hostile = "\"><script>alert(1)</script><img src=x onerror=alert(1)>'";

    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public SiteTests() => _client = _service.CreateClient();

    [Fact]
    public async Task Shows_hostile_texts_as_text_on_every_page()
    {
        var article = AnArticle.Enriched("a1", title: Hostile, text: Hostile, section: Hostile, source: "post");
        await _service.TakeInAsync(article with
        {
            Content = article.Content with
            {
                Url = "javascript:alert(1)",
                Image = "javascript:alert(1)",
                Subtitle = "2 " + Hostile,
                Tags = [Hostile],
                IsPaywalled = true,
                Description = Hostile,
                Authors = [Hostile],
                Source = new ArticleSource("post", Hostile),
                Related = [new RelatedLink { Headline = Hostile, Url = "javascript:alert(1)", Teaser = Hostile }],
            },
            Analysis = article.Analysis with
            {
                Keywords = [Hostile],
                Summary = [Hostile],
                Entities = [new Entity(Hostile, "PER", [new TextSpan(0, 3)], Hostile)],
                Quotes = [new Quotation(Hostile, Hostile, 0, 1)],
                Attribution = [new AttributionEdge(Hostile, Hostile, Hostile)],
            },
        });
        await _service.TakeInAsync(AnArticle.Story("story-1", 1, "a1") with { Title = Hostile });

        string[] pages = ["/", "/article/a1", "/story/story-1", Links.Section(Hostile), $"/search?q={Uri.EscapeDataString("alert " + Hostile)}&lang=ru", $"/search?entity={Uri.EscapeDataString(Hostile)}", Links.Entity(Hostile), "/source/post"];
        foreach (var page in pages)
        {
            var html = await _client.GetStringAsync(page);
            Assert.Contains("alert(1)", html, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", OwnScripts().Replace(html, ""), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<script>alert", html, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img src=x", html, StringComparison.Ordinal);
            Assert.DoesNotContain("\"javascript:", html, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_embed_is_a_card_that_leads_there_on_the_page_and_in_feeds()
    {
        var article = AnArticle.Enriched("a1");
        await _service.TakeInAsync(article with
        {
            Content = article.Content with
            {
                Body =
                [
                    .. article.Content.Body,
                    new ArticleBlock { Type = BlockTypes.Embed, Text = "First <i>crossing</i>", Url = "https://www.youtube.com/watch?v=aB3dE5fG7hI", Provider = "youtube" },
                    new ArticleBlock { Type = BlockTypes.Embed, Text = "", Url = "https://t.me/ferry_news/68", Provider = "telegram" },
                ],
            },
        });

        foreach (var text in new[] { await _client.GetStringAsync("/article/a1"), (string)JsonNode.Parse(await _client.GetStringAsync("/feeds/feed.json"))!["items"]![0]!["content_html"]! })
        {
            Assert.Contains("""<p class="embed"><a href="https://www.youtube.com/watch?v=aB3dE5fG7hI" rel="nofollow noopener"><b>YouTube</b> First &lt;i&gt;crossing&lt;/i&gt;</a></p>""", text, StringComparison.Ordinal);
            Assert.Contains("<b>Telegram</b> t.me/ferry_news/68</a>", text, StringComparison.Ordinal);
            Assert.DoesNotContain("<iframe", text, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task The_front_page_leads_with_the_story_that_most_sources_tell()
    {
        await _service.TakeInAsync(
            AnArticle.Enriched("solo", title: "A quiet day", source: "post", story: "s1", publishedAt: AnArticle.Noon.AddMinutes(3)),
            AnArticle.Enriched("one", title: "Storm nears", source: "post", story: "s2"),
            AnArticle.Enriched("two", title: "Storm warning", source: "times", story: "s2"));
        await _service.TakeInAsync(AnArticle.Story("s1", 1, "solo"));
        await _service.TakeInAsync(AnArticle.Story("s2", 2, "one", "two") with { Title = "Storm warning" });

        var html = await _client.GetStringAsync("/");

        var lead = html[html.IndexOf("class=\"lead\"", StringComparison.Ordinal)..html.IndexOf("class=\"latest\"", StringComparison.Ordinal)];
        Assert.Contains("Storm warning", lead, StringComparison.Ordinal);
        Assert.Contains("href=\"/story/s2\"", lead, StringComparison.Ordinal);
        Assert.Contains("POST", lead, StringComparison.Ordinal);
        Assert.Contains("TIMES", lead, StringComparison.Ordinal);
        Assert.Contains("2 articles", lead, StringComparison.Ordinal);
        Assert.Contains("href=\"/article/solo\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_pages_that_run_nothing_and_load_nothing_of_others_but_pictures()
    {
        var answer = await _client.GetAsync("/");

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("uk-UA,uk;q=0.9,en;q=0.5", "", "uk", "Перша шпальта")]
    [InlineData("de,ru;q=0.7,en;q=0.5", "", "ru", "Первая полоса")]
    [InlineData("fr", "", "en", "Front page")]
    [InlineData("uk", "?lang=ru", "ru", "Первая полоса")]
    [InlineData("uk", "?lang=xx", "uk", "Перша шпальта")]
    public async Task Speaks_the_language_asked_for_or_accepted(string accept, string query, string language, string word)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/" + query);
        request.Headers.Add("Accept-Language", accept);

        var html = await (await _client.SendAsync(request)).Content.ReadAsStringAsync();

        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains(word, html, StringComparison.Ordinal);
        Assert.Equal(query == "?lang=ru", html.Contains("href=\"/section/science?lang=ru\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Says_in_friendly_pages_what_is_not_there_what_was_withdrawn_and_what_it_cannot_read()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1", title: "Secret title"));
        await _service.TakeInAsync(AnArticle.Withdrawn("a1", reason: "wrong person"));

        var unknown = await GetAsync("/article/none");
        var nowhere = await GetAsync("/no/such/page");
        var gone = await GetAsync("/article/a1");
        var story = await GetAsync("/story/none");
        var bad = await GetAsync("/search?from=yesterday");

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (unknown.Status, nowhere.Status, story.Status));
        Assert.Equal(HttpStatusCode.Gone, gone.Status);
        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
        Assert.Contains("wrong person", gone.Html, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret title", gone.Html, StringComparison.Ordinal);
        Assert.Contains("from is", bad.Html, StringComparison.Ordinal);
        Assert.All([unknown, nowhere, gone, story, bad], page => Assert.Contains("<main id=\"main\">", page.Html, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_that_nobody_knows_is_problem_details_for_programs()
    {
        var answer = await _client.GetAsync("/api/v1/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_merged_story_leads_to_the_one_that_took_its_articles()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1", story: "old"));
        await _service.TakeInAsync(AnArticle.Story("old", 1, "a1"));
        await _service.TakeInAsync(AnArticle.Story("new", 2, "a1"));
        await _service.TakeInAsync(AnArticle.Story("old", 2) with { MergedInto = "new" });

        var answer = await _client.GetAsync("/story/old");

        Assert.Equal("/story/new", answer.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains("Harbour bridge reopens", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_shows_its_original_source_the_way_it_came_and_which_texts_repeat_others()
    {
        var first = AnArticle.Enriched("a1");
        await _service.TakeInAsync(first with
        {
            Analysis = first.Analysis with { Attribution = [new("TIDEWATER-POST", "Harbour Times", "The Harbour Times says so."), new("Harbour Times", "the ministry's <site>", "It cites the ministry.")] },
        });
        await _service.TakeInAsync(AnArticle.Enriched("a2", source: "gazette") with { DuplicateOf = "a1", DuplicateKind = DuplicateKinds.Reprint, DuplicateShare = 0.94 });
        await _service.TakeInAsync(AnArticle.Story("story-1", 1, "a1", "a2"));

        var story = (await GetAsync("/story/story-1?lang=en")).Html;
        var article = (await GetAsync("/article/a2?lang=en")).Html;

        Assert.Contains("<li><bdi>TIDEWATER-POST</bdi></li><li><bdi>Harbour Times</bdi></li><li><bdi>the ministry&#x27;s &lt;site&gt;</bdi></li></ol>", story, StringComparison.Ordinal);
        Assert.Contains("It cites the ministry.</blockquote>", story, StringComparison.Ordinal);
        Assert.All([story, article], html => Assert.Contains("A reprint of an earlier text (94 % in common)", html, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "came in late")]
    [InlineData("ru", "с опозданием")]
    [InlineData("uk", "із запізненням")]
    public async Task A_story_says_of_which_of_its_articles_came_in_late(string language, string word)
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1"), AnArticle.Enriched("a2", publishedAt: AnArticle.Noon.AddHours(-9)) with { IsLate = true });
        await _service.TakeInAsync(AnArticle.Story("story-1", 1, "a1", "a2"));

        var story = (await GetAsync($"/story/story-1?lang={language}")).Html;

        Assert.Equal(2, story.Split($" <span class=\"late\" lang=\"{language}\">{word}</span></p>").Length);
    }

    [Fact]
    public async Task The_style_sheet_may_be_kept_for_good_under_the_address_that_pages_give()
    {
        var html = await _client.GetStringAsync("/");
        var url = html[html.IndexOf("/assets/site.css?v=", StringComparison.Ordinal)..].Split('"')[0];

        var sheet = await _client.GetAsync(url);

        Assert.Equal("text/css", sheet.Content.Headers.ContentType!.MediaType);
        Assert.Contains("immutable", sheet.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    private async Task<(HttpStatusCode Status, string Html)> GetAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "text/html,application/xhtml+xml");
        var answer = await _client.SendAsync(request);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    [GeneratedRegex("""<script (type="application/ld\+json"|src="/assets/site\.js\?v=[^"]+" defer)>""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex OwnScripts();
}
