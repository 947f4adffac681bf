using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Hosting.Outbound;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.Tests.Downstream;
using NewsPlatform.Ingestion.Tests.FetchSource;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests;

/// <summary>The real service on the in-memory bus and a SQLite file, with a hand-made downstream in place of the other two services.</summary>
internal sealed class IngestionHarness : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private readonly Dictionary<string, string?> _settings = new(StringComparer.Ordinal);
    private WebApplication? _app;

    private IngestionHarness()
    {
    }

    public ManualClock Clock { get; } = new();

    public DownstreamModel Downstream { get; } = new();

    /// <summary>Names that the test's sites have; all others are looked up.</summary>
    public FixedNames Names { get; } = new();

    public HttpClient Client { get; private set; } = new();

    public IServiceProvider Services => _app!.Services;

    public static async Task<IngestionHarness> StartAsync(params (string Key, string Value)[] settings)
    {
        var harness = new IngestionHarness();
        foreach (var (key, value) in settings)
            harness._settings[key] = value;

        await harness.StartAppAsync();
        return harness;
    }

    /// <summary>Ends the process's services as they stand and starts new ones on the same file.</summary>
    public async Task RestartAsync()
    {
        await StopAppAsync();
        await StartAppAsync();
    }

    public Task<HttpResponseMessage> PushAsync(string json) =>
        Client.PostAsync("/api/v1/articles", new StringContent(json, Encoding.UTF8, "application/json"));

    /// <summary>Pushes an invented article and returns its id and revision.</summary>
    public async Task<Receipt> PushArticleAsync(string slug, string words = "")
    {
        var response = await PushAsync(AnArticle.Json(slug, words));
        Assert.True(response.IsSuccessStatusCode, await response.Content.ReadAsStringAsync());
        return (await response.Content.ReadFromJsonAsync<Receipt>(JsonDefaults.Options))!;
    }

    public async Task<JsonElement> GetAsync(string path) => await Client.GetFromJsonAsync<JsonElement>(path);

    public async Task<PipelineNumbers> PipelineAsync() =>
        (await Client.GetFromJsonAsync<PipelineNumbers>("/api/v1/pipeline", JsonDefaults.Options))!;

    public Task<PipelineNumbers> PipelineBecomesAsync(Func<PipelineNumbers, bool> satisfied) =>
        Eventually.BecomesAsync(PipelineAsync, satisfied, TimeSpan.FromSeconds(60), "The pipeline");

    public async Task<IReadOnlyList<string>> StagesAsync(string articleId)
    {
        var journey = await GetAsync($"/api/v1/articles/{articleId}/journey");
        return [.. journey.GetProperty("steps").EnumerateArray().Select(step => $"{step.GetProperty("stage").GetString()} {step.GetProperty("outcome").GetString()}")];
    }

    public async ValueTask DisposeAsync()
    {
        await StopAppAsync();
        Client.Dispose();
        _folder.Dispose();
    }

    private async Task StartAppAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.UseDefaultPort(0);
        builder.Configuration.AddInMemoryCollection(_settings);
        builder.Configuration["Storage:Path"] = _folder.Path;
        builder.Configuration["Messaging:RetryLimit"] = "1";
        builder.Configuration["Messaging:RetryMaxSeconds"] = "0.1";
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IAddressBook>(Names);
        builder.Services.AddSingleton(Downstream);
        builder.AddServiceDefaults();
        builder.Logging.ClearProviders();
        builder.AddIngestion();
        builder.AddServiceConsumers("enrichment", consumers => consumers.Add<AnalyzeArticleConsumer>().Add<AssignStoryConsumer>());
        builder.AddServiceConsumers("publishing", consumers => consumers.Add<WithdrawArticleConsumer>().Add<NoteSightingsConsumer>().Add<NoteSourceConsumer>());
        builder.AddMessaging();
        _app = builder.Build();
        _app.MapServiceDefaults();
        _app.MapIngestion();
        await _app.StartAsync();
        await _app.Services.GetRequiredService<IBusGate>().WaitUntilReadyAsync(default).WaitAsync(TimeSpan.FromSeconds(60));
        Client.Dispose();
        Client = new HttpClient { BaseAddress = new Uri(_app.Urls.First()) };
    }

    private async Task StopAppAsync()
    {
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
        }

        _app = null;
    }
}

internal sealed record Receipt(string Id, long Revision, string Journey);

internal sealed record PipelineNumbers(long Accepted, long Published, long InFlight, long Dead, long Withdrawn, long Expired, long Difference);
