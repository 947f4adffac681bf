using System.Collections.Concurrent;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Contracts.Stories;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Publishing.PublishStory;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests;

/// <summary>The real Program on a bus and a data folder of its own.</summary>
public sealed class PublishingHost : WebApplicationFactory<Program>
{
    private readonly TempFolder _folder = new();
    private readonly Answers _answers = new();

    internal ManualClock Clock { get; } = new(AnArticle.Noon.AddMinutes(5));

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
        var stories = Services.GetRequiredService<IStoryReadStore>();
        await Eventually.BecomesAsync(() => stories.TryFindAsync(story.StoryId, CancellationToken.None), held => held?.Version >= story.Version);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Storage:Path", _folder.Path);
        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }

        builder.ConfigureServices(services => services.AddSingleton<TimeProvider>(Clock));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        _folder.Dispose();
    }

    protected override IHost CreateHost(IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        host.Services.GetRequiredService<IBus>().ConnectPublishObserver(_answers);
        return host;
    }

    private Task HoldsAsync(string articleId, long revision) => Eventually.BecomesTrueAsync(
        () => Task.FromResult(_answers.Held.TryGetValue(articleId, out var held) && held >= revision),
        what: $"The answer that article {articleId} is held at revision {revision}");

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

            return Task.CompletedTask;
        }

        public Task PublishFault<T>(PublishContext<T> context, Exception exception) where T : class => Task.CompletedTask;
    }
}
