using NewsPlatform.Hosting;

namespace NewsPlatform.Ingestion.ExtractArticle.Rules;

/// <summary>Registers the rules for publishers.</summary>
internal static class RulesRegistration
{
    public static void AddPublisherRules(this IHostApplicationBuilder builder)
    {
        var options = builder.AddValidatedOptions<ExtractionOptions>(ExtractionOptions.Section);
        builder.Services.AddSingleton(new PublisherRuleFolder(options.RulesPath));
        builder.Services.AddHostedService<FollowRulesService>();
    }
}
