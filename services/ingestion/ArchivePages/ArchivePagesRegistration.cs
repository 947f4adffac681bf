using NewsPlatform.Hosting;

namespace NewsPlatform.Ingestion.ArchivePages;

/// <summary>Registers the archive of pages.</summary>
internal static class ArchivePagesRegistration
{
    public static void AddPageArchive(this IHostApplicationBuilder builder)
    {
        builder.AddValidatedOptions<ArchiveOptions>(ArchiveOptions.Section);
        builder.Services.AddSingleton<PageArchive>();
        builder.Services.AddSingleton<WithdrawnPages>();
        builder.Services.AddHostedService<ArchiveSweepService>();
    }
}
