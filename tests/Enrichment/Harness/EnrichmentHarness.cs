using System.Collections.Concurrent;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Contracts.Stories;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Testing;

namespace NewsPlatform.Enrichment.Tests.Harness;

/// <summary>The real service on the in-memory bus and a data folder of its own, and an ear for what it publishes.</summary>
internal sealed class EnrichmentHarness : IAsyncDisposable
{
    private readonly TempFolder _folder = new();
    private WebApplication? _app;

    public Heard Heard { get; private set; } = new();

    public HttpClient Http { get; private set; } = new();

    public async Task StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.UseDefaultPort(0);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Storage:Path"] = _folder.Path,
            ["StoryAnnouncements:ResendAfterSeconds"] = "1",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        Heard = new Heard();
        builder.Services.AddSingleton(Heard);
        builder.AddServiceDefaults();
        builder.AddEnrichment();
        builder.AddServiceConsumers("ear", consumers => consumers.Add<HearConsumer>());
        builder.AddMessaging();
        _app = builder.Build();
        _app.MapServiceDefaults();
        _app.MapEnrichment();
        await _app.StartAsync();
        await _app.Services.GetRequiredService<IBusGate>().WaitUntilReadyAsync(default).WaitAsync(TimeSpan.FromSeconds(30));
        Http = new HttpClient { BaseAddress = new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()) };
    }

    public Task PublishAsync<T>(T message) where T : class => _app!.Services.GetRequiredService<IBus>().Publish(message);

    public Task<ArticleEnriched[]> EnrichedAsync(int count) =>
        Eventually.BecomesAsync(() => Task.FromResult(Heard.Enriched.ToArray()), enriched => enriched.Length >= count);

    public Task<StoryChanged[]> StoriesAsync(Func<StoryChanged[], bool> satisfied) =>
        Eventually.BecomesAsync(() => Task.FromResult(Heard.Stories.ToArray()), satisfied);

    public async Task StopAsync()
    {
        Http.Dispose();
        if (_app is not null)
        {
            await _app.StopAsync();
            await _app.DisposeAsync();
            _app = null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Dispose();
    }
}

internal sealed class Heard
{
    public ConcurrentQueue<ArticleEnriched> Enriched { get; } = [];

    public ConcurrentQueue<StoryChanged> Stories { get; } = [];
}

internal sealed class HearConsumer(Heard heard) : IConsumer<ArticleEnriched>, IConsumer<StoryChanged>
{
    public Task Consume(ConsumeContext<ArticleEnriched> context)
    {
        heard.Enriched.Enqueue(context.Message);
        return Task.CompletedTask;
    }

    public Task Consume(ConsumeContext<StoryChanged> context)
    {
        heard.Stories.Enqueue(context.Message);
        return Task.CompletedTask;
    }
}
