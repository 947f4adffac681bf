using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Ingestion.DispatchArticles;

/// <summary>Registers the dispatcher.</summary>
internal static class DispatchRegistration
{
    public static void AddArticleDispatch(this IHostApplicationBuilder builder)
    {
        builder.AddValidatedOptions<DispatchOptions>(DispatchOptions.Section);
        builder.Services.AddSingleton<DispatchSignal>();
        builder.Services.AddSingleton<IEventPublisher, BusEventPublisher>();
        builder.Services.AddSingleton<ArticleSender>();
        builder.Services.AddSingleton<ArticleDispatcher>();
        builder.Services.AddHostedService<DispatchService>();
        builder.AddSharedEvent<ArticleWithdrawn>(new EventSubscriber("publishing-withdraw-article"), new EventSubscriber("enrichment-assign-story", SingleActive: true));
    }
}
