using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Contracts.Sources;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.ReportSources;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.Tests.PollSources;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.ReportSources;

/// <summary>No source comes, turns or goes without a report.</summary>
public sealed class SourceReportsTests
{
    [Fact]
    public async Task A_source_that_cannot_be_read_is_reported_when_it_turns_and_when_it_goes()
    {
        await using var ingestion = await IngestionHarness.StartAsync();
        var id = await AddAsync(ingestion, "Lindmoor Post");
        var silent = await ReportAsync(ingestion, report => report.State == "degraded");

        await TurnAsync(ingestion, id, SourceState.Dormant);
        var turned = await ReportAsync(ingestion, report => report.State == "dormant");
        await ingestion.Client.DeleteAsync(new Uri($"/api/v1/sources/{id}", UriKind.Relative));
        var removed = await ReportAsync(ingestion, report => report.State == "removed");

        Assert.Equal(("Lindmoor Post", "feed", "uk", "UA"), (silent.Name, silent.Kind, silent.Language, silent.Country));
        Assert.Equal((id, "The site is silent."), (turned.SourceId, turned.LastError));
        Assert.Equal(id, removed.SourceId);
        Assert.True(silent.ReportedAt <= turned.ReportedAt && turned.ReportedAt <= removed.ReportedAt);
    }

    [Fact]
    public async Task Every_source_is_reported_again_each_hour_and_at_the_start()
    {
        await using var ingestion = await IngestionHarness.StartAsync();
        var id = await AddAsync(ingestion, "Lindmoor Post");
        await ReportAsync(ingestion, report => report.State == "degraded");
        ingestion.Downstream.Reported.Clear();

        await ingestion.RestartAsync();
        await ReportAsync(ingestion, report => report.SourceId == id);
        ingestion.Downstream.Reported.Clear();
        await ingestion.Services.GetRequiredService<SourceReports>().ReportAsync(default);
        Assert.Empty(ingestion.Downstream.Reported);
        ingestion.Clock.Advance(TimeSpan.FromHours(1));

        await ReportAsync(ingestion, report => report.SourceId == id);
    }

    [Fact]
    public async Task What_the_list_says_of_the_paper_is_reported_once_it_is_read_and_shown()
    {
        await using var site = await LoopbackSite.StartAsync();
        site.PutFeed("/a");
        site.PutArticle("/a", "Story of /a");
        await using var ingestion = await IngestionHarness.StartAsync(("Fetching:AllowedNetworks", "127.0.0.1"));

        var answer = await ingestion.Client.PostAsJsonAsync("/api/v1/sources", new { name = "Lindmoor Post", kind = "feed", url = new Uri(site.Address, "/feed") });
        var id = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        var report = await ReportAsync(ingestion, report => report.Description is not null);

        Assert.Equal((site.Address.AbsoluteUri, "News"), (report.HomePage, report.Description));
        Assert.Equal("News", (await ingestion.GetAsync($"/api/v1/sources/{id}")).GetProperty("description").GetString());
    }

    private static async Task<string> AddAsync(IngestionHarness ingestion, string name)
    {
        var answer = await ingestion.Client.PostAsJsonAsync("/api/v1/sources", new { name, kind = "feed", url = "https://nobody.invalid/rss.xml", language = "uk", country = "UA" });
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task TurnAsync(IngestionHarness ingestion, string id, SourceState state)
    {
        var sources = ingestion.Services.GetRequiredService<ISourceStore>();
        Source current, turned;
        do
        {
            current = (await sources.TryFindAsync(id, default))!;
            turned = (current with { LastError = "The site is silent." }).Turn(state, "The site is silent.", ingestion.Clock.Now);
        }
        while (await sources.SaveAsync(turned, default) != SourceSave.Done);

        ingestion.Services.GetRequiredService<SourceNews>().Tell(current, turned);
    }

    private static async Task<SourceReported> ReportAsync(IngestionHarness ingestion, Func<SourceReported, bool> wanted) => (await Eventually.BecomesAsync(
        () => Task.FromResult(ingestion.Downstream.Reported.LastOrDefault(wanted)), report => report is not null))!;
}
