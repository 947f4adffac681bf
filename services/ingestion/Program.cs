using NewsPlatform.Hosting;
using NewsPlatform.Ingestion;

return await ServiceHost.RunAsync(args, defaultPort: 8081, builder => builder.AddIngestion(), app => app.MapIngestion());
