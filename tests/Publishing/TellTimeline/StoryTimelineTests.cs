using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Publishing.Tests.TellTimeline;

public sealed class StoryTimelineTests : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly HttpClient _client;

    public StoryTimelineTests() => _client = _service.CreateClient(new() { AllowAutoRedirect = false });

    [Fact]
    public async Task Tells_who_reported_first_who_repeated_who_went_on_and_who_came_late()
    {
        await _service.TakeInAsync(
            AnArticle.Enriched("first", source: "post", story: "s1", publishedAt: AnArticle.Noon.AddHours(-2)),
            AnArticle.Enriched("report", source: "times", story: "s1", publishedAt: AnArticle.Noon.AddHours(-1)),
            AnArticle.Enriched("repeat", source: "blog", story: "s1", publishedAt: AnArticle.Noon.AddMinutes(-50)) with { DuplicateOf = "first", DuplicateKind = DuplicateKinds.Reprint },
            AnArticle.Enriched("update", source: "post", story: "s1", publishedAt: AnArticle.Noon.AddMinutes(-40)) with { DuplicateOf = "first", DuplicateKind = DuplicateKinds.Update },
            AnArticle.Enriched("late", source: "courier", story: "s1", publishedAt: AnArticle.Noon.AddMinutes(-30)) with { IsLate = true });
        await _service.TakeInAsync(AnArticle.Story("s1", 1));
        await _service.TakeInAsync(AnArticle.Enriched("report", revision: 2, source: "times", story: "s1", publishedAt: AnArticle.Noon.AddHours(-1)));

        var timeline = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/stories/s1/timeline"))!;

        Assert.Equal(
            ["first first", "report report", "repeat repeat", "update update", "late late", "revised report"],
            timeline["events"]!.AsArray().Select(told => $"{told!["kind"]} {told["article"]!["id"]}"));
        Assert.Equal([0, 3600, 4200, 4800, 5400, 7500], timeline["events"]!.AsArray().Select(told => (long)told!["secondsAfterFirst"]!));
        Assert.Equal(["post 0 2", "times 3600 1", "blog 4200 1", "courier 5400 1"], timeline["sources"]!.AsArray().Select(source => $"{source!["source"]!["id"]} {source["secondsAfterFirst"]} {source["articles"]}"));
        Assert.True((bool)timeline["isWhole"]!);
    }

    [Fact]
    public async Task A_merged_story_leads_to_the_timeline_of_the_other_and_a_withdrawn_report_is_not_told()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1", story: "s1"), AnArticle.Enriched("a2", story: "s1", publishedAt: AnArticle.Noon.AddMinutes(1)));
        await _service.TakeInAsync(AnArticle.Story("s1", 2));
        await _service.TakeInAsync(AnArticle.Story("s2", 3) with { MergedInto = "s1" });
        await _service.TakeInAsync(AnArticle.Withdrawn("a1"));

        var timeline = (await _client.GetFromJsonAsync<JsonObject>("/api/v1/stories/s1/timeline"))!;
        var merged = await _client.GetAsync("/api/v1/stories/s2/timeline");

        Assert.Equal("first a2", $"{timeline["events"]![0]!["kind"]} {timeline["events"]![0]!["article"]!["id"]}");
        Assert.Equal((HttpStatusCode.PermanentRedirect, "/api/v1/stories/s1/timeline"), (merged.StatusCode, merged.Headers.Location!.ToString()));
        Assert.Equal(HttpStatusCode.NotFound, (await _client.GetAsync("/api/v1/stories/none/timeline")).StatusCode);
    }

    public void Dispose()
    {
        _client.Dispose();
        _service.Dispose();
    }
}
