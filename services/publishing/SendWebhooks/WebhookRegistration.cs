using NewsPlatform.Publishing.DeliverChanges;

namespace NewsPlatform.Publishing.SendWebhooks;

/// <summary>Registers webhooks.</summary>
internal static class WebhookRegistration
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<WebhookMessages>()
        .AddSingleton<IMessageSource>(provider => provider.GetRequiredService<WebhookMessages>())
        .AddSingleton<WebhookDesk>();
}
