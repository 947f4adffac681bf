using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Hosting.Restores;

/// <summary>Registers what makes a restored database heal.</summary>
public static class RestoreRegistration
{
    /// <summary>The service tells of its own restores and heals those of others, on its queue <c>service-heal-restore</c>.</summary>
    public static IHostApplicationBuilder AddRestoreHealing<THealing>(this IHostApplicationBuilder builder) where THealing : class, IRestoreHealing
    {
        builder.Services.AddSingleton<THealing>();
        builder.Services.AddHostedService<TellRestoreWorker<THealing>>();

        // One at a time: a healing goes through a whole store.
        return builder.AddServiceConsumers(THealing.Service, consumers => consumers.AddTo<HealRestoreConsumer<THealing>>("heal-restore", endpoint => endpoint.Concurrency = 1));
    }
}
