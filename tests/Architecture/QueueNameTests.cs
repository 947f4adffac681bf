using Microsoft.AspNetCore.Builder;
using NewsPlatform.Enrichment;
using NewsPlatform.Hosting;
using NewsPlatform.Hosting.Messaging;
using NewsPlatform.Ingestion;
using NewsPlatform.Ingestion.RecordDeadLetter;
using NewsPlatform.Publishing;

namespace NewsPlatform.Architecture.Tests;

/// <summary>Queue names are frozen: messages wait under them while a new version is rolled out. A new name is a new line here and a drain note in deploy/README.md.</summary>
public sealed class QueueNameTests
{
    [Fact]
    public void The_services_consume_from_these_queues_and_no_others()
    {
        Assert.Equal(
            [
                "enrichment-analyze-article",
                "enrichment-assign-story",
                "enrichment-close-announcement",
                "enrichment-heal-restore",
                "ingestion-adopt-article",
                "ingestion-close-journey",
                "ingestion-heal-restore",
                "ingestion-record-dead-letter",
                "publishing-heal-restore",
                "publishing-publish-article",
                "publishing-publish-story",
                "publishing-tell-article",
                "publishing-withdraw-article",
            ],
            Queues().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ingestion_judges_faults_by_queues_that_exist() => Assert.Subset(Queues(), FaultReader.JourneyQueues);

    internal static HashSet<string> Queues()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddServiceDefaults();
        builder.AddIngestion();
        builder.AddEnrichment();
        builder.AddPublishing();

        var endpoints = (ConsumerEndpoints)builder.Services.Single(service => service.ServiceType == typeof(ConsumerEndpoints)).ImplementationInstance!;
        return endpoints.All.Select(endpoint => endpoint.Queue).ToHashSet(StringComparer.Ordinal);
    }
}
