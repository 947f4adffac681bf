using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Outbound;
using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.FetchSource;

/// <summary>Registers <see cref="PageFetcher"/>.</summary>
public static class FetchingRegistration
{
    internal const string Networks = $"{FetchingOptions.Section}:{nameof(FetchingOptions.AllowedNetworks)}";

    public static IHostApplicationBuilder AddFetching(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        JoinArray(builder.Configuration);
        builder.AddValidatedOptions<FetchingOptions>(FetchingOptions.Section);
        builder.Services.TryAddSingleton<IAddressBook, DnsAddressBook>();
        builder.Services.AddSingleton<LimitHits>();
        builder.Services.AddSingleton(services => new PageFetcher(
            services.GetRequiredService<IOptions<FetchingOptions>>().Value,
            services.GetRequiredService<TimeProvider>(),
            services.GetRequiredService<IAddressBook>(),
            services.GetRequiredService<LimitHits>().Hit));
        return builder;
    }

    // The list may be one text or an array (Fetching__AllowedNetworks__0, …).
    private static void JoinArray(IConfigurationManager configuration)
    {
        var entries = configuration.GetSection(Networks).GetChildren().Select(child => child.Value).ToList();
        if (entries.Count > 0)
        {
            configuration.AddInMemoryCollection([new KeyValuePair<string, string?>(Networks, string.Join(';', entries))]);
        }
    }
}
