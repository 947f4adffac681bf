using System.Text.Json;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Enrichment.Storage;

/// <summary>The words by which the log tells its entries apart, and how each is written.</summary>
internal static class StoryLogWords
{
    // The first form of an assignment, all in one object of JSON, of which head and terms each read their own members: read, no more written.
    private const string AssignedInJson = "assigned";
    private const string Assigned = "assignedV2";

    public static LogRecord ToRecord(StoryLogEntry entry) => entry switch
    {
        ArticleAssigned assigned => new LogRecord(assigned.ArticleId, assigned.Revision, Assigned, AssignedFormat.WriteHead(assigned), assigned.At) { Body = AssignedFormat.WriteTerms(assigned.Compared) },
        ArticleRemoved removed => Record(removed.ArticleId, removed.Revision, "removed", removed),
        StoriesMerged merged => Record(merged.StoryId, merged.Position, "merged", merged),
        StorySplit split => Record(split.StoryId, split.Position, "split", split),
        ArticlePinned pinned => Record(pinned.StoryId, pinned.Position, "pinned", pinned),
        StoriesResumed resumed => Record("", resumed.Position, "resumed", resumed),
        _ => throw new InvalidOperationException($"No word of the story log stands for {entry.GetType().Name}: give it one here."),
    };

    public static bool HasBody(LogEntry entry) => entry.Kind == Assigned;

    /// <summary>The whole entry.</summary>
    public static StoryLogEntry FromEntry(LogEntry entry, byte[]? body) => entry.Kind switch
    {
        AssignedInJson => Read<ArticleAssigned>(entry) with { Terms = Read<ArticleTerms>(entry) },
        Assigned => AssignedFormat.ReadHead(entry) with { Terms = AssignedFormat.ReadTerms(entry.Position, body ?? throw Emptied(entry)) },
        _ => HeadOf(entry),
    };

    /// <summary>The entry without its body.</summary>
    public static StoryLogEntry HeadOf(LogEntry entry) => entry.Kind switch
    {
        Assigned => AssignedFormat.ReadHead(entry),
        AssignedInJson => Read<ArticleAssigned>(entry),
        "removed" => Read<ArticleRemoved>(entry),
        "merged" => Read<StoriesMerged>(entry),
        "split" => Read<StorySplit>(entry),
        "pinned" => Read<ArticlePinned>(entry),
        "resumed" => Read<StoriesResumed>(entry),
        _ => throw new InvalidOperationException($"The story log holds '{entry.Kind}' at {entry.Position}, which this program does not know: it was written by a newer version; run that one."),
    };

    private static LogRecord Record<T>(string subject, long revision, string kind, T entry) where T : StoryLogEntry =>
        new(subject, revision, kind, JsonSerializer.Serialize(entry, JsonDefaults.Options), entry.At);

    private static T Read<T>(LogEntry entry) where T : class =>
        JsonSerializer.Deserialize<T>(entry.Payload, AssignedJson.Options) ?? throw Emptied(entry);

    private static InvalidOperationException Emptied(LogEntry entry) =>
        new($"The story log's entry {entry.Position} is empty: restore the database from its last backup.");
}
