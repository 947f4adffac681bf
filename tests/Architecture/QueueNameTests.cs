using MassTransit;
using Microsoft.AspNetCore.Builder;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Contracts.Restores;
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
                "ingestion-close-sightings",
                "ingestion-heal-restore",
                "ingestion-record-dead-letter",
                "publishing-heal-restore",
                "publishing-note-sightings",
                "publishing-note-source",
                "publishing-publish-article",
                "publishing-publish-story",
                "publishing-tell-article",
                "publishing-withdraw-article",
            ],
            Queues().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ingestion_judges_faults_by_queues_that_exist() => Assert.Subset(Queues(), FaultReader.JourneyQueues);

    [Fact]
    public void An_event_of_several_services_is_declared_to_each_of_their_queues_by_who_publishes_it()
    {
        // A restore is told again until each service has answered for itself.
        Type[] answeredByEach = [typeof(DatabaseRestored), typeof(RestoreHealed)];
        var endpoints = Endpoints();
        var shared = endpoints.All
            .SelectMany(endpoint => EventsOf(endpoint).Select(type => (Type: type, Queue: new EventSubscriber(endpoint.Queue, endpoint.SingleActive))))
            .GroupBy(consumed => consumed.Type, consumed => consumed.Queue)
            .Where(group => group.Count() > 1 && !answeredByEach.Contains(group.Key))
            .ToDictionary(group => group.Key, group => group.ToHashSet());

        Assert.Equal([typeof(ArticleWithdrawn)], shared.Keys);
        Assert.Equal(shared.Keys, endpoints.SharedEvents.Keys);
        Assert.All(shared, one => Assert.True(one.Value.SetEquals(endpoints.SharedEvents[one.Key])));
    }

    internal static HashSet<string> Queues() => Endpoints().All.Select(endpoint => endpoint.Queue).ToHashSet(StringComparer.Ordinal);

    private static IEnumerable<Type> EventsOf(ConsumerEndpoint endpoint) => endpoint.Consumers
        .SelectMany(consumer => consumer.GetInterfaces())
        .Where(face => face.IsGenericType && face.GetGenericTypeDefinition() == typeof(IConsumer<>))
        .Select(face => face.GetGenericArguments()[0]);

    private static ConsumerEndpoints Endpoints()
    {
        var builder = WebApplication.CreateBuilder();
        builder.AddServiceDefaults();
        builder.AddIngestion();
        builder.AddEnrichment();
        builder.AddPublishing();

        return (ConsumerEndpoints)builder.Services.Single(service => service.ServiceType == typeof(ConsumerEndpoints)).ImplementationInstance!;
    }
}
