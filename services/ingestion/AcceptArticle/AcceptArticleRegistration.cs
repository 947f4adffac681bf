using NewsPlatform.Hosting;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>Registers the intake.</summary>
internal static class AcceptArticleRegistration
{
    public static void AddArticleIntake(this IHostApplicationBuilder builder)
    {
        builder.AddValidatedOptions<IntakeOptions>(IntakeOptions.Section);
        builder.Services.AddSingleton<ReadingCommit>();
        builder.Services.AddSingleton<IArticleIntake, ArticleIntake>();
    }
}
