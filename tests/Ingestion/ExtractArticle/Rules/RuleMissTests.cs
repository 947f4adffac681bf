using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.ExtractArticle.Rules;

/// <summary>An operator's rule in a running service: what is stored of it, and what is counted when it no longer fits.</summary>
public sealed class RuleMissTests
{
    private const string Page = """
        <html><head><title>Ferry sails</title></head><body><main><h1>Ferry sails</h1>
        <div class="text"><p>The ferry between the two banks sails again from Monday, the port said, after a year of repairs and two delays.</p>
        <p>The mayor, who had promised the ferry for the spring, was not on board when it left the quay for the first time.</p></div></main></body></html>
        """;

    [Fact]
    public async Task A_page_says_which_rule_read_it_and_one_that_the_rule_no_longer_fits_is_counted()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("ferry-paper.json"), """{"hosts":["ferry-paper.example"],"body":".text"}""", TestContext.Current.CancellationToken);
        await using var service = await IngestionHarness.StartAsync(("Extraction:RulesPath", folder.Path));

        var fitting = await ReadAsync(service, "https://ferry-paper.example/a", Page);
        Assert.True(Misses() <= 0);
        await ReadAsync(service, "https://ferry-paper.example/b", Page.Replace("class=\"text\"", "class=\"txt\"", StringComparison.Ordinal));

        Assert.Equal(1, Misses());
        var stored = await service.Services.GetRequiredService<IArticleStore>().ReadContentsAsync([fitting], TestContext.Current.CancellationToken);
        Assert.Equal(("publisher-rule", "ferry-paper"), (stored[fitting].Content.Provenance!.Method, stored[fitting].Content.Provenance!.Rule));
    }

    private static async Task<string> ReadAsync(IngestionHarness service, string url, string html)
    {
        var answer = await service.Client.PostAsync($"/api/v1/archive/pages?url={Uri.EscapeDataString(url)}&fetchedAt=2026-11-20T10:00:00Z&source=ferry", new StringContent(html, Encoding.UTF8, "text/html"));
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static long Misses()
    {
        var seen = new ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        using var listener = new MeterListener { InstrumentPublished = (instrument, listening) => { if (instrument.Name == "newsplatform.extraction.rule_misses") listening.EnableMeasurementEvents(instrument); } };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) => seen[(string)tags[0].Value!] = value);
        listener.Start();
        listener.RecordObservableInstruments();
        return seen.GetValueOrDefault("ferry-paper", -1);
    }
}
