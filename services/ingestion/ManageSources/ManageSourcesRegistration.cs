using NewsPlatform.Ingestion.ExchangeSources;
using NewsPlatform.Ingestion.ReportSources;

namespace NewsPlatform.Ingestion.ManageSources;

/// <summary>Registers what people do with sources.</summary>
internal static class ManageSourcesRegistration
{
    public static void AddSourceManagement(this IHostApplicationBuilder builder) => builder.Services
        .AddSingleton<SourceReports>().AddHostedService(services => services.GetRequiredService<SourceReports>())
        .AddSingleton<SourceNews>().AddSingleton<SourceBook>().AddSingleton<SourceImport>();
}
