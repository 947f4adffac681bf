using NewsPlatform.Hosting;
using NewsPlatform.Ingestion.FetchSource;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>Registers polling and page fetching.</summary>
internal static class PollSourcesRegistration
{
    public static void AddSourcePolling(this IHostApplicationBuilder builder)
    {
        builder.AddFetching();
        builder.AddValidatedOptions<PollingOptions>(PollingOptions.Section);
        builder.Services.AddSingleton<PollSignal>();
        builder.Services.AddSingleton<WebWork>();
        builder.Services.AddSingleton<ListReading>();
        builder.Services.AddSingleton<ArticleFromWeb>();
        builder.Services.AddSingleton<SourcePoll>();
        builder.Services.AddSingleton<PollEnding>();
        builder.Services.AddSingleton<PageTurns>();
        builder.Services.AddSingleton<PagesReadAlready>();
        builder.Services.AddSingleton<PageVisit>();
        builder.Services.AddHostedService<PollService>();
        builder.Services.AddHostedService<PageFetchService>();
    }
}
