using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Publishing.Tests.SuggestNames;

/// <summary>While somebody types, the names of the news complete the word.</summary>
public sealed class SuggestionTests : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public SuggestionTests() => _client = _service.CreateClient();

    [Fact]
    public async Task Names_of_which_a_word_begins_so_come_in_the_order_of_how_often_they_are_named()
    {
        await _service.TakeInAsync(
            AnArticle.Enriched("a1", entities: [Named("Марта Линд"), Named("Линдмур"), Named("Берлин")]),
            AnArticle.Enriched("a2", entities: [Named("Марта Линд"), Named("Линдмур"), Named("Линда-банк")]),
            AnArticle.Enriched("a3", entities: [Named("Марта Линд"), Named("Линда-банк")]),
            AnArticle.Enriched("a4", entities: [Named("Линда-банк")]));

        Assert.Equal(["Линда-банк 3", "Линдмур 2", "Марта Линд 3"], await SuggestAsync("q=линд"));
        Assert.Equal(["Линда-банк 3"], await SuggestAsync("q=ЛИНД&limit=1"));
        Assert.Equal(["Марта Линд 3"], await SuggestAsync("q=марта%20ли"));
    }

    [Fact]
    public async Task A_name_that_is_still_under_embargo_is_not_suggested_and_a_withdrawn_one_no_longer()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1", embargoedUntil: AnArticle.Noon.AddDays(1), entities: [Named("Secret Guest")]), AnArticle.Enriched("a2", entities: [Named("Second Guest")]));
        Assert.Equal(["Second Guest 1"], await SuggestAsync("q=se"));

        await _service.TakeInAsync(AnArticle.Withdrawn("a2"));
        _service.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.Empty(await SuggestAsync("q=se"));
    }

    [Theory]
    [InlineData("", "q is missing: give the beginning of a name.")]
    [InlineData("q=a&limit=21", "limit is '21': give a whole number from 1 to 20.")]
    public async Task A_request_that_cannot_be_read_is_told_in_a_sentence(string query, string sentence)
    {
        var answer = await _client.GetAsync($"/api/v1/suggestions?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(sentence, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
    }

    public void Dispose() => _service.Dispose();

    private static Entity Named(string name) => new(name, "PER", [new TextSpan(0, 3)], null);

    private async Task<IEnumerable<string>> SuggestAsync(string query) => (await _client.GetFromJsonAsync<JsonElement>($"/api/v1/suggestions?{query}"))
        .GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("text").GetString()} {item.GetProperty("articles").GetInt32()}");
}
