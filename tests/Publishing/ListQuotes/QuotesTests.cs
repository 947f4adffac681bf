using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Publishing.Tests.ListQuotes;

public sealed class QuotesTests : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public QuotesTests() => _client = _service.CreateClient();

    [Fact]
    public async Task Gives_what_a_speaker_said_by_name_alias_or_id_with_its_place_in_the_article()
    {
        await _service.TakeInAsync(
            Quoting("a1", AnArticle.Noon, Said("We open on Friday.", 10), new Quotation("No comment.", "Someone Else", 60, 71)),
            Quoting("a2", AnArticle.Noon.AddMinutes(1), Said("It will rain.", 5, direct: false)));

        foreach (var name in (string[])["Mara Lindqvist", "mara LINDQVIST", "Lindqvist", "Q900001"])
        {
            var items = (await PageAsync($"speaker={Uri.EscapeDataString(name)}"))["items"]!.AsArray();
            Assert.Equal(["It will rain.", "We open on Friday."], items.Select(Text));
        }

        var direct = (await PageAsync("speaker=Q900001&direct=true"))["items"]!.AsArray();
        var quote = Assert.Single(direct)!;
        Assert.Equal(("a1", 10, 28, true, "Q900001"), ((string)quote["article"]!["id"]!, (int)quote["start"]!, (int)quote["end"]!, (bool)quote["direct"]!, (string)quote["speakerId"]!));
    }

    [Fact]
    public async Task Pages_through_articles_and_within_them_without_repeat_or_gap_while_others_come_in()
    {
        await _service.TakeInAsync([.. Enumerable.Range(0, 4).Select(i => Quoting($"a{i}", AnArticle.Noon.AddMinutes(-i), [.. Enumerable.Range(0, 3).Select(j => Said($"{i}{j}", j * 10))]))]);
        var seen = new List<string>();
        string? cursor = null;
        do
        {
            var page = await PageAsync($"speaker=Q900001&limit=2{(cursor is null ? "" : $"&cursor={cursor}")}");
            seen.AddRange(page["items"]!.AsArray().Select(Text));
            if (cursor is null)
            {
                await _service.TakeInAsync(Quoting("newer", AnArticle.Noon.AddMinutes(3), Said("newer", 0)));
            }

            cursor = (string?)page["next"];
        }
        while (cursor is not null);

        Assert.Equal(from i in Enumerable.Range(0, 4) from j in Enumerable.Range(0, 3) select $"{i}{j}", seen);
    }

    [Fact]
    public async Task Shows_nothing_that_is_embargoed_or_withdrawn_and_filters_as_articles_do()
    {
        var ukrainian = Quoting("uk", AnArticle.Noon.AddMinutes(1), Said("Відчинено.", 0));
        await _service.TakeInAsync(
            Quoting("en", AnArticle.Noon, Said("Open.", 0)),
            ukrainian with { Analysis = ukrainian.Analysis with { Language = "uk" } },
            Quoting("gone", AnArticle.Noon, Said("Gone.", 0)));
        await _service.TakeInAsync(AnArticle.Withdrawn("gone"));
        var secret = AnArticle.Enriched("secret", embargoedUntil: AnArticle.Noon.AddHours(1));
        await _service.TakeInAsync(secret with { Analysis = ukrainian.Analysis });

        Assert.Equal(["Відчинено.", "Open."], (await PageAsync("speaker=Q900001"))["items"]!.AsArray().Select(Text));
        Assert.Equal(["Відчинено."], (await PageAsync("speaker=Q900001&language=uk"))["items"]!.AsArray().Select(Text));
        Assert.Empty((await PageAsync("speaker=Q900001&source=-tidewater-post"))["items"]!.AsArray());
        Assert.Empty((await PageAsync("speaker=Q900001&from=2026-11-21"))["items"]!.AsArray());
    }

    [Theory]
    [InlineData("", "speaker is missing:")]
    [InlineData("speaker=-Mara", "speaker is '-Mara':")]
    [InlineData("speaker=Mara&direct=perhaps", "direct")]
    [InlineData("speaker=Mara&cursor=e30", "cursor")]
    public async Task Names_the_parameter_that_it_cannot_read(string query, string parameter)
    {
        var answer = await _client.GetAsync($"/api/v1/quotes?{query}");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.StartsWith(parameter + " ", (string?)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["detail"], StringComparison.Ordinal);
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }

    private static Quotation Said(string text, int start, bool direct = true) =>
        new(text, "Mara Lindqvist", start, start + text.Length, direct) { SpeakerId = "Q900001", SpeakerKind = SourceKinds.Person };

    private static ArticleEnriched Quoting(string id, DateTimeOffset at, params Quotation[] quotes)
    {
        var article = AnArticle.Enriched(id, publishedAt: at, entities: [new Entity("Mara Lindqvist", "PER", []) { Id = "Q900001", Aliases = ["Lindqvist"] }]);
        return article with { Analysis = article.Analysis with { Quotes = quotes } };
    }

    private static string Text(JsonNode? quote) => (string)quote!["text"]!;

    private async Task<JsonObject> PageAsync(string query) => (await _client.GetFromJsonAsync<JsonObject>($"/api/v1/quotes?{query}"))!;
}
