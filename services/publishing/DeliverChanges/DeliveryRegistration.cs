using Microsoft.Extensions.DependencyInjection.Extensions;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Outbound;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Publishing.DeliverChanges;

/// <summary>Registers what sends changes to others.</summary>
internal static class DeliveryRegistration
{
    public static IHostApplicationBuilder AddDelivery(this IHostApplicationBuilder builder)
    {
        builder.AddValidatedOptions<DeliveryOptions>(DeliveryOptions.Section);
        builder.Services.TryAddSingleton<IAddressBook, DnsAddressBook>();
        builder.Services
            .AddSingleton<EndpointCaller>()
            .AddSingleton<SubscriberBook>()
            .AddSingleton<MessageSender>()
            .AddSingleton<IFigures, DeliveryFigures>()
            .AddHostedService<DeliverChangesWorker>()
            .AddHostedService<TrimAttemptsWorker>();
        return builder;
    }
}
