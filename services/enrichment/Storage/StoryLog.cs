using System.Security.Cryptography;
using System.Text;
using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Enrichment.Storage;

/// <summary>The story log: every decision about stories in one order, on the platform's ordered log.</summary>
internal sealed class StoryLog(OrderedLog log)
{
    private const int OlderEntriesPerRead = 200;

    /// <summary>Appends all entries where the first one says, or nothing and false when another decider was there first.</summary>
    public Task<bool> TryAppendAsync(IReadOnlyList<StoryLogEntry> entries, CancellationToken ct) =>
        entries.Count == 0 ? Task.FromResult(true) : log.TryAppendAsync(entries[0].Position, [.. entries.Select(StoryLogWords.ToRecord)], ct);

    /// <summary>Entries from a position on, in order.</summary>
    public async Task<IReadOnlyList<StoryLogEntry>> ReadAsync(long from, int limit, CancellationToken ct)
    {
        var entries = await log.ReadAsync(from, limit, ct);
        var bodies = await log.ReadBodiesAsync([.. entries.Where(StoryLogWords.HasBody).Select(entry => entry.Position)], ct);
        return [.. entries.Select(entry => StoryLogWords.FromEntry(entry, bodies.GetValueOrDefault(entry.Position)))];
    }

    /// <summary>The same without what articles are compared by: a tenth of it.</summary>
    public async Task<IReadOnlyList<StoryLogEntry>> ReadHeadsAsync(long from, int limit, CancellationToken ct) =>
        [.. (await log.ReadAsync(from, limit, ct)).Select(StoryLogWords.HeadOf)];

    /// <summary>What the articles of the entries at these ascending positions are compared by, as <see cref="AssignedFormat.ReadTerms"/> reads it.</summary>
    public async Task<IReadOnlyDictionary<long, byte[]>> ReadTermsAsync(IReadOnlyList<long> positions, CancellationToken ct)
    {
        var bodies = await log.ReadBodiesAsync(positions, ct);
        return bodies.Count == positions.Count ? bodies : await WithOlderAsync(positions, bodies, ct);
    }

    /// <summary>What tells the entry at a position from any other; null when none stands there.</summary>
    public async Task<string?> ReadFingerprintAsync(long position, CancellationToken ct) =>
        position > 0 && await log.ReadAsync(position, 1, ct) is [var entry, ..] && entry.Position == position
            ? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{entry.Kind} {entry.Subject} {entry.Payload}")))
            : null;

    // Entries of before bodies hold everything themselves.
    private async Task<IReadOnlyDictionary<long, byte[]>> WithOlderAsync(IReadOnlyList<long> asked, IReadOnlyDictionary<long, byte[]> bodies, CancellationToken ct)
    {
        var all = bodies.ToDictionary();
        var positions = asked.Where(position => !bodies.ContainsKey(position)).ToList();
        var wanted = positions.ToHashSet();
        for (var next = 0; next < positions.Count;)
        {
            var entries = await log.ReadAsync(positions[next], OlderEntriesPerRead, ct);
            foreach (var entry in entries.Where(entry => wanted.Contains(entry.Position)))
            {
                all[entry.Position] = AssignedFormat.WriteTerms((StoryLogWords.FromEntry(entry, body: null) as ArticleAssigned)?.Terms ?? throw NoTerms(entry.Position));
            }

            var end = entries.Count == 0 ? throw NoTerms(positions[next]) : entries[^1].Position;
            while (next < positions.Count && positions[next] <= end)
            {
                next++;
            }
        }

        return all;
    }

    private static InvalidOperationException NoTerms(long position) =>
        new($"The story log does not hold what the article of its entry {position} is compared by: restore the database from its last backup.");
}
