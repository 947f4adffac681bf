using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Enrichment.Storage;

/// <summary>The story log: every decision about stories in one order, on the platform's ordered log.</summary>
internal sealed class StoryLog(OrderedLog log)
{
    /// <summary>Appends all entries where the first one says, or nothing and false when another decider was there first.</summary>
    public Task<bool> TryAppendAsync(IReadOnlyList<StoryLogEntry> entries, CancellationToken ct) =>
        entries.Count == 0 ? Task.FromResult(true) : log.TryAppendAsync(entries[0].Position, [.. entries.Select(ToRecord)], ct);

    /// <summary>Entries from a position on, in order.</summary>
    public async Task<IReadOnlyList<StoryLogEntry>> ReadAsync(long from, int limit, CancellationToken ct) =>
        [.. (await log.ReadAsync(from, limit, ct)).Select(FromEntry)];

    /// <summary>What tells the entry at a position from any other; null when none stands there.</summary>
    public async Task<string?> ReadFingerprintAsync(long position, CancellationToken ct) =>
        position > 0 && await log.ReadAsync(position, 1, ct) is [var entry, ..] && entry.Position == position
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{entry.Kind} {entry.Subject} {entry.Payload}")))
            : null;

    internal static LogRecord ToRecord(StoryLogEntry entry) => entry switch
    {
        ArticleAssigned assigned => Record(assigned.ArticleId, assigned.Revision, "assigned", assigned),
        ArticleRemoved removed => Record(removed.ArticleId, removed.Revision, "removed", removed),
        StoriesMerged merged => Record(merged.StoryId, merged.Position, "merged", merged),
        StorySplit split => Record(split.StoryId, split.Position, "split", split),
        ArticlePinned pinned => Record(pinned.StoryId, pinned.Position, "pinned", pinned),
        StoriesResumed resumed => Record("", resumed.Position, "resumed", resumed),
        _ => throw new InvalidOperationException($"No word of the story log stands for {entry.GetType().Name}: give it one here."),
    };

    private static StoryLogEntry FromEntry(LogEntry entry) => entry.Kind switch
    {
        "assigned" => Entry<ArticleAssigned>(entry),
        "removed" => Entry<ArticleRemoved>(entry),
        "merged" => Entry<StoriesMerged>(entry),
        "split" => Entry<StorySplit>(entry),
        "pinned" => Entry<ArticlePinned>(entry),
        "resumed" => Entry<StoriesResumed>(entry),
        _ => throw new InvalidOperationException($"The story log holds '{entry.Kind}' at {entry.Position}, which this program does not know: it was written by a newer version; run that one."),
    };

    private static LogRecord Record<T>(string subject, long revision, string kind, T entry) where T : StoryLogEntry =>
        new(subject, revision, kind, JsonSerializer.Serialize(entry, StoryLogJson.Options), entry.At);

    private static T Entry<T>(LogEntry entry) where T : StoryLogEntry =>
        JsonSerializer.Deserialize<T>(entry.Payload, StoryLogJson.Options)
        ?? throw new InvalidOperationException($"The story log's entry {entry.Position} is empty: restore the database from its last backup.");
}
