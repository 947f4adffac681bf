namespace NewsPlatform.Publishing.Tests.SpeakNewsApi;

/// <summary><c>/v2/top-headlines</c> and <c>/v2/sources</c> by the contract.</summary>
public sealed class HeadlinesTests : IAsyncLifetime
{
    private const string NothingAsked = "Required parameters are missing. Please set any of the following parameters and try again: sources, q, language, country, category.";
    private const string Mixed = "You cannot mix the sources parameter with the country or category parameters.";

    private readonly NewsApiHost _service = new();

    public async ValueTask InitializeAsync() => await _service.TakeInAsync(
        [
            NewsApiHost.Source("tidewater-post", country: "GB", category: "general"),
            NewsApiHost.Source("mist-paper", country: "UA", category: "sports", language: "uk") with { HomePage = "https://mist-paper.example/news/", Description = "News of the fog." },
            NewsApiHost.Source("left", country: "GB", state: "removed"),
        ],
        AnArticle.Enriched("match", title: "Матч у Лісовому", text: "Команда виграла.", language: "uk", source: "mist-paper", category: "sports", publishedAt: AnArticle.Noon.AddHours(-2)),
        AnArticle.Enriched("race", title: "The race of the year", text: "Forty ran, one won.", language: "en", category: "sports", publishedAt: AnArticle.Noon.AddHours(-1)),
        AnArticle.Enriched("bridge", title: "Harbour bridge reopens", publishedAt: AnArticle.Noon));

    [Theory]
    [InlineData("language=en", "bridge race")]
    [InlineData("language=uk", "match")]
    [InlineData("country=gb", "bridge race")]
    [InlineData("country=UA", "match")]
    [InlineData("country=zz", "")]
    [InlineData("category=sports", "race match")]
    [InlineData("category=general", "bridge")]
    [InlineData("category=knitting", "")]
    [InlineData("country=gb&category=Sports", "race")]
    [InlineData("sources=mist-paper", "match")]
    [InlineData("sources=mist-paper&language=en", "")]
    [InlineData("q=bridge", "bridge")]
    [InlineData("q=race OR bridge&country=gb", "bridge race")]
    public async Task Gives_the_newest_first(string query, string found) => Assert.Equal(found, await _service.FoundAsync($"/v2/top-headlines?{query}"));

    [Theory]
    [InlineData("", "parametersMissing", NothingAsked)]
    [InlineData("page=1", "parametersMissing", NothingAsked)]
    [InlineData("sources=mist-paper&country=ua", "parametersIncompatible", Mixed)]
    [InlineData("sources=mist-paper&category=sports", "parametersIncompatible", Mixed)]
    [InlineData("sources=nobody", "sourceDoesNotExist", "You have requested a source which does not exist.")]
    [InlineData("language=en&page=0", "pageCannotBeLessThanOne", "The page parameter cannot be less than 1. You have requested 0.")]
    public async Task Refuses_in_the_words_of_the_contract(string query, string code, string message) =>
        Assert.Equal((400, code, message), await _service.RefusalAsync($"/v2/top-headlines?{query}"));

    [Fact]
    public async Task A_page_holds_twenty_unless_told()
    {
        await _service.TakeInAsync([], [.. Enumerable.Range(0, 25).Select(number => AnArticle.Enriched($"n{number}", title: $"Number {number}"))]);

        Assert.Equal(20, (await _service.OkAsync("/v2/top-headlines?language=en")).GetProperty("articles").GetArrayLength());
        Assert.Equal(27, (await _service.OkAsync("/v2/everything?sources=tidewater-post")).GetProperty("articles").GetArrayLength());
    }

    [Theory]
    [InlineData("/v2/sources", "mist-paper tidewater-post")]
    [InlineData("/v2/top-headlines/sources", "mist-paper tidewater-post")]
    [InlineData("/v2/sources?country=ua", "mist-paper")]
    [InlineData("/v2/sources?category=general&language=en", "tidewater-post")]
    [InlineData("/v2/sources?language=xx", "")]
    public async Task Sources_are_listed_at_both_addresses_but_for_those_removed(string path, string found)
    {
        var sources = (await _service.OkAsync(path)).GetProperty("sources").EnumerateArray().ToList();

        Assert.Equal(found, string.Join(' ', sources.Select(source => source.GetProperty("id").GetString())));
    }

    [Fact]
    public async Task A_source_has_seven_members()
    {
        var answer = await _service.OkAsync("/v2/sources?country=ua");

        Assert.Equal(["status", "sources"], answer.EnumerateObject().Select(member => member.Name));
        Assert.Equal(
            """{"id":"mist-paper","name":"The mist-paper Post","description":"News of the fog.","url":"https://mist-paper.example/news/","category":"sports","language":"uk","country":"ua"}""",
            answer.GetProperty("sources")[0].GetRawText());
    }

    public ValueTask DisposeAsync()
    {
        _service.Dispose();
        return ValueTask.CompletedTask;
    }
}
