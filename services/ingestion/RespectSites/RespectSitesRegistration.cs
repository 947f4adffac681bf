using NewsPlatform.Hosting;

namespace NewsPlatform.Ingestion.RespectSites;

/// <summary>Registers turns at hosts and robots.txt.</summary>
internal static class RespectSitesRegistration
{
    public static void AddSiteManners(this IHostApplicationBuilder builder)
    {
        builder.AddValidatedOptions<PolitenessOptions>(PolitenessOptions.Section);
        builder.Services.AddSingleton<HostTurns>();
        builder.Services.AddSingleton<RobotsBook>();
        builder.Services.AddSingleton<PoliteLooks>();
        builder.Services.AddHostedService<HostTurnSweep>();
    }
}
