using System.Net.Http.Json;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Contracts.Restores;
using NewsPlatform.Ingestion.HealRestore;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.TellSightings;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.TellSightings;

/// <summary>What publishing is told of the sources that brought an article.</summary>
public sealed class SightingsTests
{
    [Fact]
    public async Task Tells_of_all_sources_once_a_second_one_brought_the_article_and_never_of_a_single_one()
    {
        await using var ingestion = await IngestionHarness.StartAsync();
        await PushAsync(ingestion, "Lindmoor Post", "alone");
        var id = await PushAsync(ingestion, "Lindmoor Post", "pier");

        await PushAsync(ingestion, "Orm Herald", "pier");
        await PushAsync(ingestion, "Orm Herald", "pier");

        var told = await ToldAsync(ingestion, 1);
        Assert.Equal(id, told.ArticleId);
        Assert.Equal(["Lindmoor Post", "Orm Herald"], told.SeenIn.Select(sighting => sighting.Name));
        Assert.Equal("https://news.example/pier", told.SeenIn[1].Url);
        await ClosedAsync(ingestion, id);
        Assert.All(ingestion.Downstream.Sighted, sighted => Assert.Equal(id, sighted.ArticleId));
    }

    [Fact]
    public async Task Tells_again_what_was_not_answered_and_not_what_was()
    {
        await using var ingestion = await IngestionHarness.StartAsync();
        ingestion.Downstream.SightingsEpoch = null;
        var id = await PushByTwoAsync(ingestion);
        await ToldAsync(ingestion, 1);

        ingestion.Downstream.SightingsEpoch = "first";
        ingestion.Clock.Advance(SightingTeller.Patience);
        await ToldAsync(ingestion, 2);
        await ClosedAsync(ingestion, id);
        ingestion.Clock.Advance(SightingTeller.Patience * 2);
        await TellerOf(ingestion).TellDueAsync(default);

        Assert.Equal(2, ingestion.Downstream.Sighted.Count);
    }

    [Fact]
    public async Task A_source_that_came_while_the_answer_was_under_way_is_told_too()
    {
        await using var ingestion = await IngestionHarness.StartAsync();
        ingestion.Downstream.SightingsEpoch = null;
        var id = await PushByTwoAsync(ingestion);
        var first = await ToldAsync(ingestion, 1);
        await PushAsync(ingestion, "Brackwater Times", "pier");

        await ingestion.Services.GetRequiredService<IBus>()
            .Publish(new SightingsNoted { ArticleId = id, Sightings = first.SeenIn.Count, AnsweredAt = ingestion.Clock.Now, Epoch = "first" });

        Assert.Equal(3, (await ToldAsync(ingestion, 2)).SeenIn.Count);
    }

    [Fact]
    public async Task An_answer_of_a_life_before_publishings_restore_does_not_count_and_the_restore_has_them_told_again()
    {
        await using var ingestion = await IngestionHarness.StartAsync();
        var id = await PushByTwoAsync(ingestion);
        await ClosedAsync(ingestion, id);
        await ingestion.PipelineBecomesAsync(pipeline => pipeline.Published == 1);

        await ingestion.Services.GetRequiredService<RestoreMemory>().BeginLifeAsync(Restored(ingestion), default);
        await ingestion.Services.GetRequiredService<JourneyReopening>().ReopenAsync(Restored(ingestion), default);
        await ToldAsync(ingestion, 2);
        ingestion.Downstream.SightingsEpoch = "second";
        ingestion.Clock.Advance(SightingTeller.Patience);

        await ToldAsync(ingestion, 3);
        await ClosedAsync(ingestion, id);
    }

    private static DatabaseRestored Restored(IngestionHarness ingestion) => new()
    {
        Service = "publishing",
        RestoreId = "r1",
        BackedUpAt = ingestion.Clock.Now.AddHours(-1),
        RestoredAt = ingestion.Clock.Now.AddHours(2),
        Epoch = "second",
    };

    private static async Task<string> PushByTwoAsync(IngestionHarness ingestion)
    {
        await PushAsync(ingestion, "Lindmoor Post", "pier");
        return await PushAsync(ingestion, "Orm Herald", "pier");
    }

    private static async Task<string> PushAsync(IngestionHarness ingestion, string source, string slug)
    {
        var answer = await ingestion.PushAsync(JsonSerializer.Serialize(new
        {
            url = $"https://news.example/{slug}",
            title = $"The {slug} is mended",
            text = $"The council of Lindmoor agreed on Tuesday to mend the {slug} before the winter.",
            source = new { name = source },
        }));
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString()!;
    }

    private static async Task<ArticleSighted> ToldAsync(IngestionHarness ingestion, int times)
    {
        await Eventually.BecomesTrueAsync(() => Task.FromResult(ingestion.Downstream.Sighted.Count >= times), what: $"{times} times of telling");
        return ingestion.Downstream.Sighted.ElementAt(times - 1);
    }

    private static Task ClosedAsync(IngestionHarness ingestion, string id) => Eventually.BecomesTrueAsync(
        async () => (await ingestion.Services.GetRequiredService<IArticleStore>().FindAsync([id], default))[id].SightingsDueAt is null, what: "The answer's end of the telling");

    private static SightingTeller TellerOf(IngestionHarness ingestion) => ingestion.Services.GetServices<IHostedService>().OfType<SightingTeller>().Single();
}
