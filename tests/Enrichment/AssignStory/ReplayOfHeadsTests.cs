using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Enrichment.Storage;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

/// <summary>A start reads heads only and the terms of what is still open: it must come to what everything read whole comes to, in whatever form the entries are.</summary>
public sealed class ReplayOfHeadsTests
{
    // Few, so that many an article is counted no more.
    private static readonly StoryGroupingOptions Grouping = new() { CountedArticles = 100 };

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Packed_entries_come_to_what_the_leader_knew(int seed)
    {
        var (leader, log) = Decide(seed);

        var started = await StartAsync(log.Select(StoryLogWords.ToRecord));

        Assert.Equal(AState.Of(leader, Probes()), AState.Of(started, Probes()));
    }

    [Theory, InlineData(1, false), InlineData(2, false), InlineData(3, true)]
    public async Task Entries_in_json_come_to_the_same_as_packed_ones(int seed, bool asArrays)
    {
        var (_, log) = Decide(seed);

        var packed = await StartAsync(log.Select(StoryLogWords.ToRecord));
        var json = await StartAsync(log.Select(entry => InJson(entry, asArrays)));

        Assert.Equal(AState.Of(packed, Probes()), AState.Of(json, Probes()));
    }

    [Fact]
    public async Task A_log_begun_in_json_and_gone_on_with_in_packed_form_comes_to_the_same()
    {
        var (leader, log) = Decide(seed: 4);

        var started = await StartAsync(log.Select((entry, i) => i < log.Count / 2 ? InJson(entry, asArrays: false) : StoryLogWords.ToRecord(entry)));

        Assert.Equal(AState.Of(leader, Probes()), AState.Of(started, Probes()));
    }

    [Fact]
    public async Task Terms_of_closed_stories_are_not_read()
    {
        var early = ACandidate.About(0, "early");
        var late = ACandidate.About(1, "late", later: TimeSpan.FromDays(30));
        var grouper = new StoryGrouper(Grouping);
        var log = new List<StoryLogEntry>();
        foreach (var candidate in Enumerable.Range(0, Grouping.CountedArticles).Select(i => ACandidate.About(1, $"more-{i}", later: TimeSpan.FromDays(30))).Prepend(early).Append(late))
        {
            log.Add(grouper.Decide(candidate, candidate.SeenAt).Entry!);
            grouper.Apply(log[^1]);
        }

        var started = await StartAsync(log.Select((entry, i) => i == 0 ? StoryLogWords.ToRecord(entry) with { Body = [255] } : StoryLogWords.ToRecord(entry)));

        Assert.Equal(AState.Of(grouper, Probes()), AState.Of(started, Probes()));
    }

    [Fact]
    public async Task An_open_articles_terms_that_are_gone_stop_the_start_with_their_place()
    {
        var (_, log) = Decide(seed: 1);

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => StartAsync(log.Select(entry => StoryLogWords.ToRecord(entry) with { Body = null })));

        Assert.Contains("restore the database", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<StoryGrouper> StartAsync(IEnumerable<LogRecord> records)
    {
        var store = new LogInMemory();
        await store.TryInsertAsync(1, [.. records], default);
        var grouper = new StoryGrouper(Grouping);
        using var decider = ADecider.On(store, grouper: grouper);
        await decider.ReplayAsync(default);
        return grouper;
    }

    // Forty days: stories close and editors bring closed ones together with open ones, articles come again and go.
    private static (StoryGrouper Leader, List<StoryLogEntry> Log) Decide(int seed)
    {
        var random = new Random(seed);
        var grouper = new StoryGrouper(Grouping);
        var log = new List<StoryLogEntry>();
        for (var step = 0; step < 400; step++)
        {
            var later = TimeSpan.FromHours(2.4 * step);
            var at = ACandidate.Morning + later;
            var article = $"{(random.Next(3) == 0 ? random.Next(step + 1) : step):x32}";
            var stories = grouper.Versions().Select(pair => pair.StoryId).Order(StringComparer.Ordinal).ToList();
            string Story() => stories.Count == 0 ? "none" : stories[random.Next(stories.Count)];
            var entry = random.Next(12) switch
            {
                0 => grouper.Withdraw(article, step, at).Entry,
                1 => grouper.Editor.Merge(Story(), Story(), at).Entry,
                2 => grouper.Editor.Pin(Story(), article, at).Entry,
                3 when grouper.Snapshot(Story()) is { ArticleIds: [var first, ..] } story => grouper.Editor.Split(story.StoryId, [first], at).Entry,
                _ => grouper.Decide(ACandidate.About(random.Next(4), article, random.Next(2), later, revision: 1 + step), at).Entry,
            };
            if (entry is not null)
            {
                log.Add(entry);
                grouper.Apply(entry);
            }
        }

        return (grouper, log);
    }

    private static IEnumerable<StoryCandidate> Probes() =>
        from happening in Enumerable.Range(0, 4)
        from day in new[] { 34, 38, 40 }
        select ACandidate.About(happening, $"probe-{happening}-{day}", day % 2, TimeSpan.FromDays(day));

    // As the log was written before entries had bodies; as arrays before that.
    private static LogRecord InJson(StoryLogEntry entry, bool asArrays)
    {
        if (entry is not ArticleAssigned { Terms: { } terms } assigned)
        {
            return StoryLogWords.ToRecord(entry);
        }

        var json = JsonSerializer.SerializeToNode(assigned, JsonDefaults.Options)!.AsObject();
        json.Remove("terms");
        foreach (var (name, value) in JsonSerializer.SerializeToNode(terms, JsonDefaults.Options)!.AsObject().ToList())
        {
            json[name] = value?.DeepClone();
        }

        if (!asArrays)
        {
            json["vector"] = Text(terms.Vector);
            json["crossLanguage"] = Text(terms.CrossLanguage!);
            json["fingerprint"] = Convert.ToBase64String(MemoryMarshal.AsBytes<uint>([.. terms.Fingerprint]));
            json["sketch"] = new JsonObject { ["smallest"] = Convert.ToBase64String(MemoryMarshal.AsBytes<uint>([.. terms.Sketch!.Smallest])), ["isWhole"] = terms.Sketch.IsWhole };
        }

        return new LogRecord(assigned.ArticleId, assigned.Revision, "assigned", json.ToJsonString(), assigned.At);
    }

    private static string Text(StoryVector vector) => string.Join('\n', vector.Terms.Prepend(Convert.ToBase64String(MemoryMarshal.AsBytes<int>([.. vector.Weights]))));
}
