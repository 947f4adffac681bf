using NewsPlatform.Enrichment;
using NewsPlatform.Hosting;

return await ServiceHost.RunAsync(args, EnrichmentService.DefaultPort, builder => builder.AddEnrichment(), app => app.MapEnrichment());
