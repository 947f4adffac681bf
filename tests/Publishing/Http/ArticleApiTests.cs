using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Publishing.Tests.Http;

public sealed class ArticleApiTests : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public ArticleApiTests() => _client = _service.CreateClient();

    [Fact]
    public async Task Gives_an_article_whole_with_code_point_offsets_and_its_story()
    {
        var mention = new Entity("Mara Lindqvist", "PER", [new TextSpan(0, 14)], "mayor");
        await _service.TakeInAsync(AnArticle.Enriched("a1", text: "Mara Lindqvist opened it.", section: "City", entities: [mention]));

        var article = await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles/a1");

        Assert.Equal("Mara Lindqvist opened it.", (string?)article!["text"]);
        Assert.Equal("paragraph", (string?)article["body"]![0]!["type"]);
        Assert.Equal("City", (string?)article["section"]);
        Assert.Equal("tidewater-post", (string?)article["source"]!["id"]);
        Assert.Equal(14, (int)article["entities"]![0]!["mentions"]![0]!["end"]!);
        Assert.Equal("story-1", (string?)article["storyId"]);
        Assert.True(article.ContainsKey("image"));
        Assert.All(
            new[] { "id", "revision", "url", "title", "description", "language", "authors", "publishedAt", "firstSeenAt", "keywords", "quotes", "attribution", "related" },
            field => Assert.True(article.ContainsKey(field), field));
    }

    [Fact]
    public async Task Tells_subtitle_tags_pay_wall_and_how_the_article_was_read()
    {
        var enriched = AnArticle.Enriched("a1");
        var provenance = new ArticleProvenance
        {
            Method = "publisher-rule",
            Confidence = 0.93,
            Rule = "tidewater.example",
            Fields = new Dictionary<string, string> { ["title"] = FieldOrigins.Embedded },
            PublishedAt = new DateProvenance(DateSources.JsonLd, DatePrecisions.Minute, ZoneKnown: true),
        };
        await _service.TakeInAsync(enriched with { Content = enriched.Content with { Subtitle = "After a year", Tags = ["bridge", "port"], IsPaywalled = true, Provenance = provenance } });

        var article = await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles/a1");

        Assert.Equal(("After a year", "port", true), ((string?)article!["subtitle"], (string?)article["tags"]![1], (bool)article["isPaywalled"]!));
        Assert.Equal(("publisher-rule", "tidewater.example", "embedded"), ((string?)article["provenance"]!["method"], (string?)article["provenance"]!["rule"], (string?)article["provenance"]!["fields"]!["title"]));
        Assert.Equal(("json-ld", "minute", true), ((string?)article["provenance"]!["publishedAt"]!["source"], (string?)article["provenance"]!["publishedAt"]!["precision"], (bool)article["provenance"]!["publishedAt"]!["zoneKnown"]!));
    }

    [Fact]
    public async Task Tells_comments_place_and_recording_and_null_where_there_are_none()
    {
        var enriched = AnArticle.Enriched("a1");
        await _service.TakeInAsync(
            enriched with
            {
                Content = enriched.Content with
                {
                    Comments = new ArticleComments("https://tidewater.example/a1#talk", 17),
                    Place = new ArticlePlace("Lindmoor", 46.48, 30.73),
                    Recording = new ArticleRecording("https://tidewater.example/a1.mp3", "audio/mpeg", 12_345_678, 61.5, "https://tidewater.example/a1.vtt"),
                },
            },
            AnArticle.Enriched("a2"));

        var article = await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles/a1");
        var plain = await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles/a2");

        Assert.Equal("""{"url":"https://tidewater.example/a1#talk","count":17}""", article!["comments"]!.ToJsonString());
        Assert.Equal("""{"name":"Lindmoor","latitude":46.48,"longitude":30.73}""", article["place"]!.ToJsonString());
        Assert.Equal("""{"url":"https://tidewater.example/a1.mp3","type":"audio/mpeg","bytes":12345678,"durationSeconds":61.5,"transcriptUrl":"https://tidewater.example/a1.vtt"}""", article["recording"]!.ToJsonString());
        Assert.All(new[] { "comments", "place", "recording" }, field => Assert.True(plain!.ContainsKey(field) && plain[field] is null, field));
    }

    [Fact]
    public async Task Lists_leave_out_body_and_text_unless_fields_asks()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1"));

        var bare = await ItemsAsync("/api/v1/articles");
        var asked = await ItemsAsync("/api/v1/articles?fields=body,text");

        Assert.False(bare[0]!.AsObject().ContainsKey("body"));
        Assert.False(bare[0]!.AsObject().ContainsKey("text"));
        Assert.Equal("The bridge over the harbour reopened on Friday.", (string?)asked[0]!["text"]);
        Assert.Single(asked[0]!["body"]!.AsArray());
    }

    [Fact]
    public async Task Pages_through_a_list_by_cursor_without_repeat_or_gap()
    {
        await _service.TakeInAsync([.. Enumerable.Range(0, 7).Select(i => AnArticle.Enriched($"a{i}", publishedAt: AnArticle.Noon.AddMinutes(-i / 2)))]);

        var seen = new List<string>();
        string? next = null;
        do
        {
            var page = await _client.GetFromJsonAsync<JsonObject>($"/api/v1/articles?limit=3{(next is null ? "" : $"&cursor={next}")}");
            seen.AddRange(page!["items"]!.AsArray().Select(item => (string)item!["id"]!));
            next = (string?)page["next"];
        }
        while (next is not null);

        // Which of two articles of one second comes first is the index's to say.
        Assert.Equal(["a0 a1", "a2 a3", "a4 a5", "a6"], seen.Chunk(2).Select(minute => string.Join(' ', minute.Order())));
    }

    [Fact]
    public async Task Tells_facets_and_marks_the_words_where_they_are_asked_for()
    {
        await _service.TakeInAsync(
            AnArticle.Enriched("a", title: "Harbour bridges", text: "The bridge is open.", source: "post"),
            AnArticle.Enriched("b", title: "A ferry", text: "It passes the bridge.", source: "times"));

        var page = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles?q=bridge&facets=source,day&highlight=1"))!;
        var plain = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/articles?q=bridge"))!;

        Assert.Equal(["post", "times"], page["facets"]!["source"]!.AsArray().Select(value => (string)value!["value"]!).Order());
        Assert.Equal((2, 2, true), ((int)page["counted"]!, (int)page["total"]!, (bool)page["isTotalExact"]!));
        var highlights = page["items"]![0]!["highlights"]!.AsArray();
        Assert.Equal(["title", "text"], highlights.Select(highlight => (string)highlight!["field"]!));
        Assert.Equal((8, 15), ((int)highlights[0]!["marks"]![0]!["start"]!, (int)highlights[0]!["marks"]![0]!["end"]!));
        Assert.Null(page["items"]![0]!["body"]);
        Assert.Null(plain["facets"]);
        Assert.Null(plain["items"]![0]!["highlights"]);
    }

    [Theory]
    [InlineData("facets=source,colour", "facets names 'colour'")]
    [InlineData("language=en,english", "language is 'english'")]
    [InlineData("source=a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q,r,s,t,u", "source has 21 values")]
    [InlineData("q=story:a%20OR%20b", "q cannot be answered: story:")]
    [InlineData("q=AND", "q holds no word")]
    public async Task Refuses_a_search_that_it_cannot_answer_with_a_sentence(string query, string expected)
    {
        using var answer = await _client.GetAsync(new Uri($"/api/v1/articles?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(expected, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Finds_inflected_forms_and_orders_by_relevance_when_there_are_words()
    {
        await _service.TakeInAsync(
            AnArticle.Enriched("old", title: "Мост через гавань", text: "Мосты города снова открыты.", language: "ru", publishedAt: AnArticle.Noon.AddDays(-1)),
            AnArticle.Enriched("new", title: "Погода", text: "Дождь шёл над мостом весь день, сообщили синоптики.", language: "ru"));

        var best = await ItemsAsync($"/api/v1/articles?q={Uri.EscapeDataString("мостами")}");
        var newest = await ItemsAsync($"/api/v1/articles?sort=time&q={Uri.EscapeDataString("мостами")}");

        Assert.Equal(["old", "new"], best.Select(item => (string)item!["id"]!));
        Assert.Equal(["new", "old"], newest.Select(item => (string)item!["id"]!));
    }

    [Fact]
    public async Task A_withdrawn_article_is_gone_with_its_tombstone_and_leaves_the_lists()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1"));
        await _service.TakeInAsync(AnArticle.Withdrawn("a1", reason: "wrong person"));

        var answer = await _client.GetAsync("/api/v1/articles/a1");
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal(2, (int)problem!["tombstone"]!["revision"]!);
        Assert.Equal("wrong person", (string?)problem["tombstone"]!["reason"]);
        Assert.Empty(await ItemsAsync("/api/v1/articles"));
    }

    [Fact]
    public async Task An_unknown_article_is_not_found()
    {
        var answer = await _client.GetAsync("/api/v1/articles/nothing");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("'nothing'", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sends_nothing_again_to_a_client_that_holds_the_article()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1"));
        var first = await _client.GetAsync("/api/v1/articles/a1");

        using var again = new HttpRequestMessage(HttpMethod.Get, "/api/v1/articles/a1");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var second = await _client.SendAsync(again);
        await _service.TakeInAsync(AnArticle.Enriched("a1", revision: 2, title: "Bridge closes again"));
        using var later = new HttpRequestMessage(HttpMethod.Get, "/api/v1/articles/a1");
        later.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var third = await _client.SendAsync(later);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=many", "limit")]
    [InlineData("language=english", "language")]
    [InlineData("from=yesterday", "from")]
    [InlineData("to=2026-13-01", "to")]
    [InlineData("from=2026-11-20&to=2026-11-19", "from")]
    [InlineData("sort=best", "sort")]
    [InlineData("cursor=x", "cursor")]
    [InlineData("cursor=e30", "cursor")]
    [InlineData("fields=everything", "fields")]
    [InlineData("q=...", "q")]
    [InlineData("q=a&q=b", "q")]
    public async Task Names_the_parameter_that_it_cannot_read(string query, string parameter)
    {
        var answer = await _client.GetAsync($"/api/v1/articles?{query}");
        var problem = await answer.Content.ReadFromJsonAsync<JsonObject>();

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith(parameter + " ", (string?)problem!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Counts_the_entities_of_the_articles_that_match()
    {
        Entity[] both = [new("Mara Lindqvist", "PER", []), new("Tidewater", "LOC", [])];
        await _service.TakeInAsync(AnArticle.Enriched("a1", entities: both), AnArticle.Enriched("a2", entities: [both[1]]), AnArticle.Enriched("a3", source: "other", entities: [both[0]]));

        var items = await ItemsAsync("/api/v1/entities?source=tidewater-post");

        Assert.Equal("Tidewater", (string?)items[0]!["name"]);
        Assert.Equal(2, (int)items[0]!["articles"]!);
        Assert.Equal("PER", (string?)items[1]!["type"]);
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    private async Task<JsonArray> ItemsAsync(string path) => (await _client.GetFromJsonAsync<JsonObject>(path))!["items"]!.AsArray();
}
