namespace NewsPlatform.Ingestion.DiscoverSource;

/// <summary>Registers the finding of sources.</summary>
internal static class DiscoverSourceRegistration
{
    public static void AddSourceDiscovery(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<SourceDiscovery>();
        builder.Services.AddSingleton<SourceFinder>();
    }
}
