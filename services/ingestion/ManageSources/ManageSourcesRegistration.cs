using NewsPlatform.Ingestion.ExchangeSources;

namespace NewsPlatform.Ingestion.ManageSources;

/// <summary>Registers what people do with sources.</summary>
internal static class ManageSourcesRegistration
{
    public static void AddSourceManagement(this IHostApplicationBuilder builder) => builder.Services.AddSingleton<SourceNews>().AddSingleton<SourceBook>().AddSingleton<SourceImport>();
}
