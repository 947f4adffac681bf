using NewsPlatform.Publishing.DeliverChanges;
using NewsPlatform.Publishing.WriteFeed;

namespace NewsPlatform.Publishing.ServeHub;

/// <summary>Registers the hub.</summary>
internal static class HubRegistration
{
    public static IServiceCollection AddHub(this IServiceCollection services) => services
        .AddSingleton<QueriedFeeds>()
        .AddSingleton<FeedCopies>()
        .AddSingleton<IMessageSource, FeedMessages>()
        .AddSingleton<HubDesk>()
        .AddHostedService<ConfirmRequestsWorker>()
        .AddHostedService<EndSubscriptionsWorker>();
}
