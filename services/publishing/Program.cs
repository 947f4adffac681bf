using NewsPlatform.Hosting;
using NewsPlatform.Publishing;

return await ServiceHost.RunAsync(
    args,
    PublishingService.DefaultPort,
    builder => builder.AddPublishing(),
    app => app.MapPublishing());
