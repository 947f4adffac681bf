using System.Text.Encodings.Web;
using MassTransit;
using MassTransit.Logging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Health;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Hosting.Messaging;

/// <summary>The one bus of a process.</summary>
public static class MessagingRegistration
{
    // At most a quarter of a minute apart: two days, and the library stores each pause.
    private const int EndlessRetries = 10_000;

    /// <summary>Collects consumers of one service. Call it from the service's <c>AddX</c>; it builds no bus.</summary>
    public static IHostApplicationBuilder AddServiceConsumers(this IHostApplicationBuilder builder, string service, Action<ServiceConsumers> consumers)
    {
        consumers(new ServiceConsumers(service, EndpointsOf(builder.Services)));
        return builder;
    }

    /// <summary>
    /// Names the queues of an event that several services consume. The broker confirms what one queue has taken: so that none of them misses it, a
    /// publisher declares them all before it publishes, as after a broker lost what it knew.
    /// </summary>
    public static IHostApplicationBuilder AddSharedEvent<TEvent>(this IHostApplicationBuilder builder, params EventSubscriber[] queues) where TEvent : class
    {
        EndpointsOf(builder.Services).SharedEvents[typeof(TEvent)] = queues;
        return builder;
    }

    /// <summary>Builds the bus of everything collected. Once per process, after every <c>AddX</c>.</summary>
    public static IHostApplicationBuilder AddMessaging(this IHostApplicationBuilder builder)
    {
        var endpoints = EndpointsOf(builder.Services);
        var transport = builder.AddValidatedOptions<MessagingOptions>(MessagingOptions.Section).Transport;

        builder.Services.AddSingleton<BusGate>();
        builder.Services.AddSingleton<IBusGate>(services => services.GetRequiredService<BusGate>());
        builder.Services.AddSingleton<PublishTroubles>();
        builder.Services.AddSingleton<EndpointStates>();
        builder.Services.AddHealthChecks()
            .AddCheck<PublishHealthCheck>("publishing", tags: [HealthTags.Ready])
            .AddCheck<ConsumingHealthCheck>("consuming", tags: [HealthTags.Ready]);
        builder.Services.AddSingleton<IStartUpStep>(services => services.GetRequiredService<BusGate>());
        if (transport == MessagingTransport.RabbitMq)
        {
            builder.Services.AddSingleton<PublishProbe>();
            builder.Services.AddHealthChecks().AddCheck<PublishProbe>("broker", tags: [HealthTags.Ready]);
            builder.Services.AddHostedService<ConsumerWatch>();
        }

        builder.Services.AddOptions<MassTransitHostOptions>().Configure(options =>
        {
            // With the broker down a blocking start would mean no HTTP at all; pushes are stored meanwhile.
            options.WaitUntilStarted = false;
            options.StopTimeout = TimeSpan.FromSeconds(20);
        });
        builder.Services.AddMassTransit(bus =>
        {
            // A self-hosted platform calls nobody.
            bus.DisableUsageTelemetry();
            bus.AddBusObserver(services => services.GetRequiredService<BusGate>());
            bus.AddReceiveEndpointObserver(services => services.GetRequiredService<EndpointStates>());
            bus.AddPublishObserver(services => new PublishWatch(services.GetRequiredService<PublishTroubles>()));
            bus.ConfigureHealthCheckOptions(options => options.MinimalFailureStatus = Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Unhealthy);
            foreach (var consumer in endpoints.All.SelectMany(endpoint => endpoint.Consumers))
            {
                bus.AddConsumer(consumer);
            }

            if (transport == MessagingTransport.RabbitMq)
            {
                bus.UsingRabbitMq((context, factory) => RabbitMqTransport.Configure(context, factory, endpoints));
            }
            else
            {
                bus.UsingInMemory((context, factory) => ConfigureInMemory(context, factory, endpoints));
            }
        });
        return builder;
    }

    /// <summary>What every bus has, on either transport.</summary>
    internal static void UsePlatformMessages(IBusFactoryConfigurator factory)
    {
        factory.ConfigurePublish(publish => publish.UseExecute(CarryTrace));
        factory.ConfigureSend(send => send.UseExecute(CarryTrace));
        factory.ConfigureJsonSerializerOptions(options =>
        {
            // The default encoder writes Cyrillic as \uXXXX: three times the bytes of every article.
            options.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

            // The default indents, which triples the offsets of an analysis.
            options.WriteIndented = false;
            return options;
        });
    }

    internal static void UsePlatformPolicy(IReceiveEndpointConfigurator receive, ConsumerEndpoint endpoint, IRegistrationContext context, MessagingOptions options)
    {
        var concurrency = endpoint.Concurrency ?? options.Concurrency;
        receive.PrefetchCount = concurrency;
        receive.ConcurrentMessageLimit = concurrency;
        receive.PublishFaults = endpoint.PublishFaults;
        receive.ConfigureDeadLetter(skipped => skipped.UseFilter(new UnclaimedMessageFilter(context.GetRequiredService<TimeProvider>())));
        receive.ConfigureError(error =>
        {
            error.UseFilter(new UnreadableMessageFilter());
            if (!endpoint.PublishFaults)
            {
                error.UseFilter(new RedeliveryFilter());
            }
        });
        receive.DiscardFaultedMessages();
        receive.UseMessageRetry(retry =>
        {
            // In memory nothing is delivered again: who has nobody to tell of a failure goes on trying.
            var limit = endpoint.PublishFaults || options.Transport == MessagingTransport.RabbitMq ? options.RetryLimit : EndlessRetries;
            retry.Exponential(limit, TimeSpan.FromMilliseconds(100), TimeSpan.FromSeconds(options.RetryMaxSeconds), TimeSpan.FromMilliseconds(200));
            retry.Ignore<UnprocessableMessageException>();
        });
        foreach (var consumer in endpoint.Consumers)
        {
            receive.ConfigureConsumer(context, consumer);
        }
    }

    // The library writes this header for recorded traces only (and then over this one): one that is left out would begin anew at each consumer, some of them recorded.
    private static void CarryTrace(SendContext send)
    {
        if (ArticleTrace.Here is { } here)
        {
            send.Headers.Set(DiagnosticHeaders.ActivityId, here);
        }
    }

    private static void ConfigureInMemory(IBusRegistrationContext context, IInMemoryBusFactoryConfigurator factory, ConsumerEndpoints endpoints)
    {
        var options = context.GetRequiredService<IOptions<MessagingOptions>>().Value;
        UsePlatformMessages(factory);
        foreach (var endpoint in endpoints.All)
        {
            factory.ReceiveEndpoint(endpoint.Queue, receive => UsePlatformPolicy(receive, endpoint, context, options));
        }
    }

    private static ConsumerEndpoints EndpointsOf(IServiceCollection services)
    {
        var known = services.FirstOrDefault(service => service.ServiceType == typeof(ConsumerEndpoints))?.ImplementationInstance as ConsumerEndpoints;
        if (known is null)
        {
            services.AddSingleton(known = new ConsumerEndpoints());
        }

        return known;
    }
}
