using System.Net.Http.Json;
using System.Text.Json;

namespace NewsPlatform.Ingestion.Tests.ShowJourney;

/// <summary>Everybody may ask where an article is; its address tells the news, so that it is not told before its minute.</summary>
public sealed class EmbargoedJourneyTests : IAsyncLifetime
{
    private IngestionHarness _service = null!;

    [Fact]
    public async Task An_address_is_shown_only_from_the_minute_on()
    {
        var response = await _service.Client.PostAsJsonAsync("/api/v1/articles", new
        {
            url = "https://news.example/minister-resigns",
            title = "Minister resigns",
            text = "A text about the minister that nobody may read before its minute has come.",
            embargoedUntil = _service.Clock.GetUtcNow().AddHours(1),
        });
        var id = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        await _service.PipelineBecomesAsync(pipeline => pipeline.Published == 1);

        var before = await _service.GetAsync($"/api/v1/articles/{id}/journey");
        _service.Clock.Advance(TimeSpan.FromHours(2));
        var after = await _service.GetAsync($"/api/v1/articles/{id}/journey");

        Assert.DoesNotContain("minister", before.GetRawText(), StringComparison.Ordinal);
        Assert.Equal("published", before.GetProperty("state").GetString(), ignoreCase: true);
        Assert.Equal("https://news.example/minister-resigns", after.GetProperty("url").GetString());
    }

    public async ValueTask InitializeAsync() => _service = await IngestionHarness.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();
}
