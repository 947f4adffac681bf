using System.Text.Json;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Enrichment.AssignStory.Snapshots;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

/// <summary>All that a grouper knows, as text to be compared.</summary>
internal static class AState
{
    /// <summary>Its snapshot, with whatever has no order of its own in one.</summary>
    public static string Of(StoryGrouper grouper)
    {
        // Asked for, so that none stands there as a snapshot brought it.
        foreach (var (story, _) in grouper.Versions().ToList())
        {
            Assert.NotNull(grouper.Snapshot(story));
        }

        var copy = grouper.Copy();
        Assert.Empty(copy.ClosedBefore.Records);
        var ordered = copy with
        {
            Stories = [.. copy.Stories.OrderBy(story => story.Id, StringComparer.Ordinal)],
            Articles = copy.Articles.OrderBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(),
            Languages = [.. copy.Languages.OrderBy(language => language.Language, StringComparer.Ordinal)],
        };
        return string.Join('\n', new SnapshotWriter(ordered).Parts().Select(Convert.ToHexString));
    }

    /// <summary>The same with what it would decide about these articles, weights and all.</summary>
    public static string Of(StoryGrouper grouper, IEnumerable<StoryCandidate> probes) =>
        string.Join('\n', probes.Select(probe => JsonSerializer.Serialize<object>(grouper.Decide(probe, probe.SeenAt).Entry!)).Prepend(Of(grouper)));
}
