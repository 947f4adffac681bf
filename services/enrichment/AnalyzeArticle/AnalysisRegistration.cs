using Microsoft.Extensions.Options;
using NewsPlatform.Enrichment.AnalyzeArticle.Gazetteers;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Enrichment.AnalyzeArticle;

internal static class AnalysisRegistration
{
    // The work is the processor's; some more are under way so that nobody waits for a publish to be confirmed.
    private const int ArticlesPerProcessor = 4;

    /// <summary>Registers the analysis of articles and its queue.</summary>
    public static IHostApplicationBuilder AddArticleAnalysis(this IHostApplicationBuilder builder)
    {
        builder.AddValidatedOptions<GazetteerOptions>(GazetteerOptions.Section);
        builder.Services.AddSingleton<GazetteerFile>();
        builder.Services.AddSingleton<IValidateOptions<GazetteerOptions>, GazetteerCheck>();
        builder.Services.AddSingleton(provider => WithFile(provider.GetRequiredService<GazetteerFile>()));
        return builder.AddServiceConsumers(EnrichmentService.Name, consumers => consumers
            .Add<AnalyzeArticleConsumer>(endpoint => endpoint.Concurrency = Environment.ProcessorCount * ArticlesPerProcessor));
    }

    private static ArticleAnalyzer WithFile(GazetteerFile file) => new(() => file.Current);
}
