using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.Storage;

namespace NewsPlatform.Publishing.FollowChanges;

/// <summary>The words of the change log.</summary>
internal static class ChangeTypes
{
    /// <summary>An article's first entry, whatever its revision.</summary>
    public const string Published = "published";
    public const string Revised = "revised";
    public const string Withdrawn = "withdrawn";

    /// <summary>Taken off by the retention policy.</summary>
    public const string Expired = "expired";

    public static string Of(Standing standing) => standing switch
    {
        Standing.Withdrawn => Withdrawn,
        Standing.Expired => Expired,
        _ => Revised,
    };
}

/// <summary>The ordered log of what readers were shown; everything that follows the news follows it.</summary>
internal sealed class ChangeLog(
    [FromKeyedServices(SqliteSchema.Service)] OrderedLog log, IArticleReadStore store, ChangeSignal signal, TimeProvider clock)
{
    private string? _epoch;

    /// <summary>
    /// Appends until the log tells what the store holds of these articles, and returns the states last seen. Looking again after an append
    /// matters when another process works on the same article: a withdrawal that found nothing logged appends nothing, so whoever
    /// then appends the revision before it must tell of the withdrawal too.
    /// </summary>
    public async Task<IReadOnlyList<ArticleState>> RecordAsync(IReadOnlyList<ArticleState> states, CancellationToken ct)
    {
        while (true)
        {
            var appended = await AppendAsync(states, ct);
            if (appended.Count == 0)
            {
                return states;
            }

            signal.Pulse();
            var seen = states;
            states = await store.ReadStatesAsync([.. seen.Select(state => state.ArticleId).Distinct()], ct);
            var told = appended.ToDictionary(entry => entry.Subject, entry => entry.Revision);
            if (states.All(state => !told.TryGetValue(state.ArticleId, out var revision) || revision == state.Revision))
            {
                return states;
            }
        }
    }

    /// <summary>The log's life: part of every answer, so that one of a life before a restore is known.</summary>
    public async Task<string> ReadEpochAsync(CancellationToken ct) => _epoch ??= await log.ReadEpochAsync(ct);

    public Task<LogCursor> ReadTailAsync(CancellationToken ct) => log.ReadTailAsync(ct);

    public Task<IReadOnlyList<LogEntry>> ReadAsync(long from, int limit, CancellationToken ct) => log.ReadAsync(from, limit, ct);

    private async Task<IReadOnlyList<LogEntry>> AppendAsync(IReadOnlyList<ArticleState> states, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var records = states
            .Where(state => state.IsPublic)
            .Select(state => new LogRecord(state.ArticleId, state.Revision, ChangeTypes.Of(state.Standing), "", now))
            .ToList();
        return records.Count == 0 ? [] : await log.AppendNewerAsync(records, Shape, ct);
    }

    private static LogRecord? Shape(LogRecord record, long? logged) => (logged, record.Kind) switch
    {
        (null, ChangeTypes.Withdrawn or ChangeTypes.Expired) => null,
        (null, _) => record with { Kind = ChangeTypes.Published },
        _ => record,
    };
}
