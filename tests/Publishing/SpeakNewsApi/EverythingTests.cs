using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Publishing.Tests.SpeakNewsApi;

/// <summary><c>/v2/everything</c> by the contract.</summary>
public sealed class EverythingTests : IAsyncLifetime
{
    private const string ScopeTooBroad =
        "Required parameters are missing, the scope of your search is too broad. Please set any of the following required parameters and try again: q, qInTitle, sources, domains.";

    private const string Malformed =
        "Your query may be malformed - please check that all special chars (including &) in the query are URL escaped, and that it doesn't end with the OR or AND keyword.";

    private static readonly Caller App = Caller.Anonymous with { Name = "app" };

    private readonly NewsApiHost _service = new();

    public async ValueTask InitializeAsync()
    {
        var bridge = AnArticle.Enriched("bridge", title: "Harbour bridge reopens", text: "The crossing took a year of work.", publishedAt: AnArticle.Noon);
        await _service.TakeInAsync(
            [NewsApiHost.Source("tidewater-post"), NewsApiHost.Source("hill-courier")],
            bridge with { Content = bridge.Content with { Description = "Ferries stop at midnight" } },
            AnArticle.Enriched("fire", title: "Fire at the mill", text: "Firemen crossed the old bridge by night.", source: "hill-courier", publishedAt: AnArticle.Noon.AddHours(-1)),
            AnArticle.Enriched("mist", title: "Паром вышел в море", text: "Туман над гаванью рассеялся.", language: "ru", source: "hill-courier", publishedAt: AnArticle.Noon.AddDays(-2)),
            AnArticle.Enriched("school", title: "School opens", text: "Children came early.", publishedAt: AnArticle.Noon.AddDays(-3)));
    }

    [Theory]
    [InlineData("q=bridge", "bridge fire")]
    [InlineData("Q=BRIDGE", "bridge fire")]
    [InlineData("qInTitle=bridge", "bridge")]
    [InlineData("qintitle=bridge", "bridge")]
    [InlineData("q=bridge&searchIn=title", "bridge")]
    [InlineData("q=ferries&searchIn=description", "bridge")]
    [InlineData("q=ferries&searchIn=title,content", "")]
    [InlineData("q=bridge&searchIn=title, content", "bridge fire")]
    [InlineData("q=crossing&qInTitle=harbour", "bridge")]
    [InlineData("q=%22harbour bridge%22", "bridge")]
    [InlineData("q=bridge AND fire", "fire")]
    [InlineData("q=bridge OR school", "bridge fire school")]
    [InlineData("q=(mill OR school) AND fire", "fire")]
    [InlineData("q=bridge NOT fire", "bridge")]
    [InlineData("q=bridge -fire", "bridge")]
    [InlineData("q=%2Bbridge fire", "fire")]
    [InlineData("q=bridge and fire", "")]
    [InlineData("q=гавани", "mist")]
    [InlineData("q=bridge&sources=hill-courier", "fire")]
    [InlineData("sources=hill-courier", "fire mist")]
    [InlineData("sources=hill-courier,tidewater-post,HILL-COURIER", "bridge fire mist school")]
    [InlineData("sources=hill-courier&sources=tidewater-post", "bridge fire mist school")]
    [InlineData("domains=hill-courier.example", "fire mist")]
    [InlineData("domains=https://www.Hill-Courier.example/news", "fire mist")]
    [InlineData("q=bridge&excludeDomains=hill-courier.example", "bridge")]
    [InlineData("q=bridge&excludeDomains=nobody.example", "bridge fire")]
    [InlineData("sources=hill-courier&language=ru", "mist")]
    [InlineData("sources=hill-courier&language=", "fire mist")]
    [InlineData("sources=hill-courier&language=xx", "")]
    [InlineData("q=bridge&from=2026-11-20T11:30:00", "bridge")]
    [InlineData("q=bridge&from=2026-11-20T11:00:00Z&to=2026-11-20T11:00:00Z", "fire")]
    [InlineData("sources=hill-courier&to=2026-11-18", "mist")]
    [InlineData("q=bridge&from=&to=", "bridge fire")]
    [InlineData("q=bridge&from=yesterday", "bridge fire")]
    [InlineData("q=bridge&from=2026-11-21&to=2026-11-20", "")]
    [InlineData("q=bridge&sortBy=upside-down&nonsense=1", "bridge fire")]
    [InlineData("q=bridge&pageSize=1&page=2", "fire")]
    [InlineData("q=bridge&pageSize=1&page=9", "")]
    public async Task Finds_what_is_asked_newest_first(string query, string found) => Assert.Equal(found, await _service.FoundAsync($"/v2/everything?{query}"));

    [Fact]
    public async Task The_better_match_comes_first_by_relevancy()
    {
        Assert.Equal("bridge fire", await _service.FoundAsync("/v2/everything?q=fire OR bridge"));
        Assert.Equal("fire bridge", await _service.FoundAsync("/v2/everything?q=fire OR bridge&sortBy=relevancy"));
    }

    [Fact]
    public async Task A_page_beyond_the_last_keeps_the_total()
    {
        var beyond = await _service.OkAsync("/v2/everything?q=bridge&page=3&pageSize=100");

        Assert.Equal((2, 0), (beyond.GetProperty("totalResults").GetInt32(), beyond.GetProperty("articles").GetArrayLength()));
    }

    [Theory]
    [InlineData("", 400, "parametersMissing", ScopeTooBroad)]
    [InlineData("q=", 400, "parametersMissing", ScopeTooBroad)]
    [InlineData("q=%20%20", 400, "parametersMissing", ScopeTooBroad)]
    [InlineData("language=en&from=2026-11-20", 400, "parametersMissing", ScopeTooBroad)]
    [InlineData("q=a&page=0", 400, "pageCannotBeLessThanOne", "The page parameter cannot be less than 1. You have requested 0.")]
    [InlineData("q=a&page=-7", 400, "pageCannotBeLessThanOne", "The page parameter cannot be less than 1. You have requested -7.")]
    [InlineData("q=a&page=", 400, "parameterInvalid", "The request is invalid.")]
    [InlineData("q=a&page=two", 400, "parameterInvalid", "The request is invalid.")]
    [InlineData("q=a&pageSize=", 400, "parameterInvalid", "The request is invalid.")]
    [InlineData("q=a&pageSize=1.5", 400, "parameterInvalid", "The request is invalid.")]
    [InlineData("q=a&pageSize=-1", 400, "parameterInvalid", "The pageSize parameter cannot be less than 1.")]
    [InlineData("q=a&pageSize=0", 400, "parameterInvalid", "The pageSize parameter cannot be less than 1.")]
    [InlineData("q=crypto AND OR", 400, "queryMalformed", Malformed)]
    [InlineData("q=bitcoin AND", 400, "queryMalformed", Malformed)]
    [InlineData("q=OR bitcoin", 400, "queryMalformed", Malformed)]
    [InlineData("q=NOT OR", 400, "queryMalformed", Malformed)]
    [InlineData("q=(crypto", 400, "queryMalformed", Malformed)]
    [InlineData("q=crypto)", 400, "queryMalformed", Malformed)]
    [InlineData("q=()", 400, "queryMalformed", Malformed)]
    [InlineData("qInTitle=bitcoin OR", 400, "queryMalformed", Malformed)]
    [InlineData("q=a&searchIn=title,body", 400, "parameterInvalid", "The valid options for the searchIn parameter are: title, description, content. You have entered 'body', which is not a valid field.")]
    [InlineData("sources=nobody", 400, "sourceDoesNotExist", "You have requested a source which does not exist.")]
    public async Task Refuses_in_the_words_of_the_contract(string query, int status, string code, string message) =>
        Assert.Equal((status, code, message), await _service.RefusalAsync($"/v2/everything?{query}"));

    [Theory]
    [InlineData("page=1&pageSize=101", 100, 0, 101)]
    [InlineData("page=2&pageSize=100", 100, 100, 200)]
    [InlineData("page=999999999999999999999&pageSize=100", 100, 99_999_999_999_900, 100_000_000_000_000)]
    public async Task More_than_the_key_may_is_426(string page, int most, long from, long to)
    {
        var message = $"You have requested too many results. Developer accounts are limited to a max of {most} results. You are trying to request results {from} to {to}. Please upgrade to a paid plan if you need more results.";

        Assert.Equal((426, "maximumResultsReached", message), await _service.RefusalAsync($"/v2/everything?q=a&{page}", App with { MaximumResults = 100 }));
    }

    [Fact]
    public async Task A_date_beyond_the_keys_days_is_426_and_without_one_the_days_bound_the_search()
    {
        var month = App with { HistoryDays = 2 };

        var refused = await _service.RefusalAsync("/v2/everything?sources=tidewater-post&from=2026-11-01", month);

        Assert.Equal((426, "parameterInvalid"), (refused.Status, refused.Code));
        Assert.Equal("You are trying to request results too far in the past. Your plan permits you to request articles as far back as 2026-11-18, but you have requested 2026-11-01. You may need to upgrade to a paid plan.", refused.Message);
        Assert.Equal("bridge", await _service.FoundAsync("/v2/everything?sources=tidewater-post", month));
    }

    [Fact]
    public async Task A_query_of_500_characters_is_taken_and_one_of_501_is_not()
    {
        Assert.Equal("", await _service.FoundAsync($"/v2/everything?q={new string('x', 500)}"));
        foreach (var name in new[] { "q", "qInTitle" })
        {
            Assert.Equal(
                (400, "queryTooLong", "Your query is too long (501 chars). Please reduce your query to 500 chars, or split it into multiple smaller requests."),
                await _service.RefusalAsync($"/v2/everything?{name}={new string('x', 501)}"));
        }
    }

    [Fact]
    public async Task Twenty_sources_are_taken_and_twenty_one_are_not()
    {
        var twenty = string.Join(',', Enumerable.Range(0, 19).Select(number => $"s{number}"));

        Assert.Equal("sourceDoesNotExist", (await _service.RefusalAsync($"/v2/everything?sources=hill-courier,{twenty}")).Code);
        Assert.Equal("sourcesTooMany", (await _service.RefusalAsync($"/v2/everything?sources=hill-courier,tidewater-post,{twenty}")).Code);
    }

    [Fact]
    public async Task An_article_has_eight_members_in_the_contracts_order()
    {
        var text = string.Concat(Enumerable.Repeat("word ", 60));
        var long1 = AnArticle.Enriched("long", title: "Länge", text: text, publishedAt: new DateTimeOffset(2026, 11, 20, 14, 5, 7, 250, TimeSpan.FromHours(3)));
        var bare = AnArticle.Enriched("bare", title: "Bare", text: "Short.");
        await _service.TakeInAsync(
            [],
            long1 with { Content = long1.Content with { Authors = ["A. Reed", "B. Marsh"], Image = "https://tidewater.example/1.jpg" } },
            bare with { Content = bare.Content with { Url = null } });

        var article = (await _service.OkAsync("/v2/everything?q=Länge")).GetProperty("articles")[0];
        var other = (await _service.OkAsync("/v2/everything?q=bare")).GetProperty("articles")[0];

        Assert.Equal(["source", "author", "title", "description", "url", "urlToImage", "publishedAt", "content"], article.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            $$"""{"source":{"id":"tidewater-post","name":"TIDEWATER-POST"},"author":"A. Reed, B. Marsh","title":"Länge","description":null,"url":"https://tidewater-post.example/long","urlToImage":"https://tidewater.example/1.jpg","publishedAt":"2026-11-20T11:05:07Z","content":"{{text[..200]}}… [+100 chars]"}""",
            article.GetRawText());
        Assert.Equal("http://localhost/article/bare", other.GetProperty("url").GetString());
        Assert.Equal("Short.", other.GetProperty("content").GetString());
    }

    [Fact]
    public async Task Whole_text_is_given_to_a_key_that_may_and_to_no_other()
    {
        var text = string.Concat(Enumerable.Repeat("Every word of it. ", 40)).Trim();
        await _service.TakeInAsync([], AnArticle.Enriched("whole", title: "Whole", text: text));

        async Task<string?> ContentAsync(string query, Caller caller) => (await _service.OkAsync($"/v2/everything?q=whole&{query}", caller)).GetProperty("articles")[0].GetProperty("content").GetString();

        Assert.Equal(text, await ContentAsync("content=full", App with { FullText = true }));
        Assert.EndsWith(" chars]", await ContentAsync("content=full", App), StringComparison.Ordinal);
        Assert.EndsWith(" chars]", await ContentAsync("", App with { FullText = true }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_that_the_contract_does_not_know_is_404_in_its_envelope() =>
        Assert.Equal((404, "unexpectedError"), ((await _service.RefusalAsync("/v2/nothing")).Status, (await _service.RefusalAsync("/v2/nothing")).Code));

    public ValueTask DisposeAsync()
    {
        _service.Dispose();
        return ValueTask.CompletedTask;
    }
}
