using NewsPlatform.Hosting;

namespace NewsPlatform.Ingestion.ExpireArticles;

/// <summary>Registers the retention policy.</summary>
internal static class ExpireArticlesRegistration
{
    public static void AddArticleExpiry(this IHostApplicationBuilder builder)
    {
        builder.AddValidatedOptions<RetentionOptions>(RetentionOptions.Section);
        builder.Services.AddSingleton<RetentionSweep>();
        builder.Services.AddHostedService<RetentionService>();
    }
}
