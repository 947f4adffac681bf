using NewsPlatform.Hosting;

namespace NewsPlatform.Ingestion.WatchDropFolder;

/// <summary>Registers the watching of the drop folder, if there is one.</summary>
internal static class WatchDropFolderRegistration
{
    public static void AddDropFolder(this IHostApplicationBuilder builder)
    {
        if (builder.AddValidatedOptions<DropFolderOptions>(DropFolderOptions.Section).Path.Length > 0)
            builder.Services.AddHostedService<DropFolderService>();
    }
}
