using Microsoft.Extensions.Options;
using NewsPlatform.Enrichment.Storage;

namespace NewsPlatform.Enrichment.AssignStory.Snapshots;

/// <summary>
/// Saves what the log comes to and reads it again at a start. A snapshot counts only if the log holds the very entry that it ends with (a restored log
/// may not), and if this program with these settings would have come to the same.
/// </summary>
internal sealed partial class StorySnapshots(IStorySnapshotStore store, StoryLog log, IOptions<StorySnapshotOptions> options, ILogger<StorySnapshots> logger)
{
    private long _savedAt;

    /// <summary>Whether so many decisions were made since the last snapshot that it is time for the next.</summary>
    public bool IsDue(long next) => next - Volatile.Read(ref _savedAt) >= options.Value.EveryDecisions;

    /// <summary>The index at the newest snapshot that counts, to be replayed on from there; null when the log must be replayed from its beginning.</summary>
    public async Task<StoryIndex?> TryReadAsync(StoryGroupingOptions grouping, CancellationToken ct)
    {
        var head = await store.ReadNewestAsync(ct);
        if (head is null)
        {
            return null;
        }

        var trouble = head.Form != SnapshotFormat.Form(grouping) ? "written in another form or under other settings"
            : await log.ReadFingerprintAsync(head.Position - 1, ct) != head.LastEntry ? "of another life of the log"
            : null;
        if (trouble is null)
        {
            try
            {
                var index = await ReadAsync(head, grouping, ct);
                Volatile.Write(ref _savedAt, head.Position);
                return index;
            }
            catch (InvalidDataException damaged)
            {
                trouble = damaged.Message;
            }
        }

        LogUnusable(head.Position, trouble);
        return null;
    }

    /// <summary>Saves an index, unless another process has saved one as new.</summary>
    public async Task SaveAsync(StoryIndexCopy copy, StoryGroupingOptions grouping, CancellationToken ct)
    {
        if (await store.ReadNewestAsync(ct) is { } newest && copy.Next - newest.Position < options.Value.EveryDecisions && newest.Form == SnapshotFormat.Form(grouping)
            && await log.ReadFingerprintAsync(newest.Position - 1, ct) == newest.LastEntry)
        {
            Volatile.Write(ref _savedAt, newest.Position);
            return;
        }

        var id = Guid.NewGuid().ToString("N");
        var parts = 0;
        foreach (var part in new SnapshotWriter(copy).Parts())
        {
            await store.SavePartAsync(id, copy.Next, parts++, part, ct);
        }

        var last = await log.ReadFingerprintAsync(copy.Next - 1, ct);
        await store.SaveHeadAsync(new SnapshotHead(id, copy.Next, parts, SnapshotFormat.Form(grouping), last ?? ""), ct);
        Volatile.Write(ref _savedAt, copy.Next);
        LogSaved(copy.Next, copy.Stories.Count, parts);
    }

    private async Task<StoryIndex> ReadAsync(SnapshotHead head, StoryGroupingOptions grouping, CancellationToken ct)
    {
        var reader = new SnapshotReader(grouping.CountedArticles);
        for (var part = 0; part < head.Parts; part++)
        {
            reader.Read(await store.ReadPartAsync(head, part, ct) ?? throw new InvalidDataException($"part {part} of {head.Parts} is not there"));
        }

        return reader.End();
    }

    [LoggerMessage(LogLevel.Information, "Story snapshot saved at {Position}: {Stories} stories in {Parts} parts")]
    private partial void LogSaved(long position, int stories, int parts);

    [LoggerMessage(LogLevel.Warning, "The story snapshot at {Position} is not used ({Trouble}): the story log is replayed from its beginning")]
    private partial void LogUnusable(long position, string trouble);
}
