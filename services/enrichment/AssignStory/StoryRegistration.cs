using Microsoft.Extensions.Options;
using NewsPlatform.Enrichment.AnnounceStory;
using NewsPlatform.Enrichment.AssignStory.Snapshots;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Health;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Hosting.Telemetry;

namespace NewsPlatform.Enrichment.AssignStory;

internal static class StoryRegistration
{
    /// <summary>Registers the story leader, its queue and the announcing of stories.</summary>
    public static IHostApplicationBuilder AddStories(this IHostApplicationBuilder builder)
    {
        builder.AddValidatedOptions<StoryGroupingOptions>(StoryGroupingOptions.Section);
        builder.AddValidatedOptions<StoryAnnouncementOptions>(StoryAnnouncementOptions.Section);
        builder.AddValidatedOptions<StorySnapshotOptions>(StorySnapshotOptions.Section);
        builder.Services.AddSingleton<OpenAnnouncements>();
        builder.Services.AddSingleton<IStoryChanges>(provider => provider.GetRequiredService<OpenAnnouncements>());
        builder.Services.AddSingleton(provider => new StoryGrouper(provider.GetRequiredService<IOptions<StoryGroupingOptions>>().Value));
        builder.Services.AddSingleton<StorySnapshots>();
        builder.Services.AddSingleton<StoryDecider>();
        builder.Services.AddSingleton<IStartUpStep>(provider => provider.GetRequiredService<StoryDecider>());
        builder.Services.AddSingleton<StoryLeader>();
        builder.Services.AddSingleton<IFigures, StoryFigures>();
        builder.Services.AddSingleton<AnnouncementChannel>();
        builder.Services.AddSingleton<AnnouncementOpening>();
        builder.Services.AddHostedService<AnnounceStoryWorker>();
        builder.Services.AddHostedService<FollowStoryLogWorker>();
        builder.Services.AddHostedService<KeepSnapshotsWorker>();
        return builder.AddServiceConsumers(EnrichmentService.Name, consumers => consumers
            .Add<AssignStoryConsumer>(endpoint => endpoint.SingleActive = true)
            .Add<CloseAnnouncementConsumer>());
    }
}
