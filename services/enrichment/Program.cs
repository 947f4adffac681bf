using NewsPlatform.Enrichment;
using NewsPlatform.Hosting;

return await ServiceHost.RunAsync(args, defaultPort: 8082, builder => builder.AddEnrichment(), app => app.MapEnrichment());
