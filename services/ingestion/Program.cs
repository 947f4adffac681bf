using NewsPlatform.Hosting;
using NewsPlatform.Ingestion;

return await ServiceHost.RunAsync(args, IngestionService.DefaultPort, builder => builder.AddIngestion(), app => app.MapIngestion());
