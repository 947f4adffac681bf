using System.Collections.Concurrent;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Contracts.Stories;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests;

/// <summary>The real Program on a bus of its own, and on a data folder of its own unless it is to share one with another.</summary>
public sealed class PublishingHost : WebApplicationFactory<Program>
{
    private readonly TempFolder? _own;
    private readonly string _folder;
    private readonly Answers _answers = new();

    public PublishingHost() : this(new ManualClock(AnArticle.Noon.AddMinutes(5)), folder: null)
    {
    }

    internal PublishingHost(ManualClock clock, string? folder)
    {
        Clock = clock;
        _own = folder is null ? new TempFolder() : null;
        _folder = folder ?? _own!.Path;
    }

    internal ManualClock Clock { get; }

    /// <summary>Further configuration, set before the first request.</summary>
    internal Dictionary<string, string> Settings { get; } = [];

    internal IBus Bus => Services.GetRequiredService<IBus>();

    /// <summary>Publishes over the bus and waits until the article is stored at that revision.</summary>
    internal async Task TakeInAsync(params IReadOnlyList<ArticleEnriched> articles)
    {
        await Services.GetRequiredService<IBusGate>().WaitUntilReadyAsync(CancellationToken.None);
        foreach (var article in articles)
        {
            await Bus.Publish(article);
        }

        foreach (var article in articles)
        {
            await HoldsAsync(article.ArticleId, article.Revision);
        }
    }

    internal async Task TakeInAsync(ArticleWithdrawn withdrawal)
    {
        await Bus.Publish(withdrawal);
        await HoldsAsync(withdrawal.ArticleId, withdrawal.Revision);
    }

    internal async Task TakeInAsync(StoryChanged story)
    {
        await Services.GetRequiredService<IBusGate>().WaitUntilReadyAsync(CancellationToken.None);
        await Bus.Publish(story);
        await HoldsAsync($"story {story.StoryId}", story.Version);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Storage:Path", _folder);
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _own?.Dispose();
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        host.Services.GetRequiredService<IBus>().ConnectPublishObserver(_answers);
        return host;
    }

    private Task HoldsAsync(string subject, long revision) => Eventually.BecomesTrueAsync(
        () => Task.FromResult(_answers.Held.TryGetValue(subject, out var held) && held >= revision),
        what: $"The answer that {subject} is held at {revision}");

    /// <summary>Notes what the service answered: by then the change is stored and logged.</summary>
    private sealed class Answers : IPublishObserver
    {
        public ConcurrentDictionary<string, long> Held { get; } = [];

        public Task PrePublish<T>(PublishContext<T> context) where T : class => Task.CompletedTask;

        public Task PostPublish<T>(PublishContext<T> context) where T : class
        {
            foreach (var held in (context.Message as ArticlesPublished)?.Articles ?? [])
            {
                Held.AddOrUpdate(held.ArticleId, held.Revision, (_, before) => Math.Max(before, held.Revision));
            }

            foreach (var held in (context.Message as StoriesPublished)?.Stories ?? [])
            {
                Held.AddOrUpdate($"story {held.StoryId}", held.Version, (_, before) => Math.Max(before, held.Version));
            }

            return Task.CompletedTask;
        }

        public Task PublishFault<T>(PublishContext<T> context, Exception exception) where T : class => Task.CompletedTask;
    }
}
