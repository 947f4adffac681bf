using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Contracts.Stories;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.PublishStory;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests;

/// <summary>The real Program on a bus and a data folder of its own.</summary>
public sealed class PublishingHost : WebApplicationFactory<Program>
{
    private readonly TempFolder _folder = new();

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

    private async Task HoldsAsync(string articleId, long revision)
    {
        var store = Services.GetRequiredService<IArticleReadStore>();
        await Eventually.BecomesAsync(
            () => store.ReadStatesAsync([articleId], CancellationToken.None),
            states => states is [{ } state] && state.Revision >= revision,
            what: $"Article {articleId} at revision {revision}");
    }
}
