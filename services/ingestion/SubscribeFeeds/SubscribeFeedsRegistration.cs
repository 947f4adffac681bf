using NewsPlatform.Hosting;

namespace NewsPlatform.Ingestion.SubscribeFeeds;

/// <summary>Registers the WebSub subscriber.</summary>
internal static class SubscribeFeedsRegistration
{
    public static void AddFeedSubscriptions(this IHostApplicationBuilder builder)
    {
        builder.AddValidatedOptions<WebSubOptions>(WebSubOptions.Section);
        builder.Services.AddSingleton<SubscriptionBook>();
        builder.Services.AddSingleton<HubWatch>();
        builder.Services.AddSingleton<HubRequest>();
        builder.Services.AddSingleton<DeliveryAdoption>();
        builder.Services.AddSingleton<HubDeliveries>();
        builder.Services.AddHostedService<SubscriptionService>();
    }
}
