using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace NewsPlatform.Ingestion.Tests.ExchangeSources;

public sealed class SourceFileTests : IAsyncLifetime
{
    private const string Opml = """
        <?xml version="1.0"?><opml version="2.0"><head><title>Reader</title></head><body>
        <outline text="Світ"><outline type="rss" text="Кур'єр" xmlUrl="https://kurier.example/rss"/><outline text="no address"/></outline>
        <outline type="rss" text="Broken" xmlUrl="ftp://broken.example/"/>
        <outline type="rss" text="Twice" xmlUrl="https://KURIER.example/rss/"/></body></opml>
        """;

    private IngestionHarness _service = null!;

    [Theory]
    [InlineData("opml")]
    [InlineData("json")]
    public async Task What_one_platform_exports_another_imports_alike(string format)
    {
        await _service.Client.PostAsJsonAsync("/api/v1/sources", new
        {
            name = "Кур'єр & Co", kind = "listing", url = "https://kurier.example/all?a=1&b=2", language = "uk", section = "Місто", category = "Local", country = "ua", intervalMinutes = 7,
            credential = "kurier-login",
        });
        await _service.Client.PostAsJsonAsync("/api/v1/sources", new { name = "Plain", kind = "feed", url = "https://plain.example/rss" });
        var file = await _service.Client.GetStringAsync($"/api/v1/sources/export?format={format}");

        await using var other = await StartAsync();
        var result = await ImportAsync(other, file);

        Assert.Equal(2, result.GetProperty("added").GetInt32());
        Assert.Equal(await DescribedAsync(_service), await DescribedAsync(other));
        Assert.DoesNotContain("sesame", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bad_source_of_a_readers_list_keeps_no_other_away_and_a_known_one_stays()
    {
        var result = await ImportAsync(_service, Opml);

        Assert.Equal((1, 1, 1), (result.GetProperty("added").GetInt32(), result.GetProperty("known").GetInt32(), result.GetProperty("failed").GetInt32()));
        Assert.Equal(["added", "failed", "known"], result.GetProperty("sources").EnumerateArray().Select(source => source.GetProperty("outcome").GetString()));
        var source = Assert.Single((await _service.GetAsync("/api/v1/sources")).GetProperty("items").EnumerateArray());
        Assert.Equal(("Кур'єр", "feed", "Світ"), (source.GetProperty("name").GetString(), source.GetProperty("kind").GetString(), source.GetProperty("section").GetString()));
    }

    [Theory]
    [InlineData("<html><body>no list</body></html>")]
    [InlineData("{\"a\":1}")]
    [InlineData("nothing")]
    public async Task Refuses_what_is_no_list_with_one_sentence(string file)
    {
        var response = await _service.Client.PostAsync("/api/v1/sources/import", new StringContent(file, Encoding.UTF8));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith("The file is no", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    public async ValueTask InitializeAsync() => _service = await StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    // The addresses are invented: their fetches fail fast.
    private static Task<IngestionHarness> StartAsync() => IngestionHarness.StartAsync(("Fetching:TotalSeconds", "0.05"), ("Fetching:Credentials:kurier-login:Authorization", "reader:sesame"), ("Fetching:Credentials:kurier-login:Host", "kurier.example"));

    private static async Task<JsonElement> ImportAsync(IngestionHarness service, string file)
    {
        var response = await service.Client.PostAsync("/api/v1/sources/import", new StringContent(file, Encoding.UTF8));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<IReadOnlyList<string>> DescribedAsync(IngestionHarness service)
    {
        string[] members = ["name", "kind", "url", "language", "section", "category", "country", "intervalMinutes", "credential"];
        return [.. (await service.GetAsync("/api/v1/sources")).GetProperty("items").EnumerateArray().Select(source => string.Join('|', members.Select(member => source.GetProperty(member).ToString()))).Order(StringComparer.Ordinal)];
    }
}
