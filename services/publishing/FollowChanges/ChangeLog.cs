using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Logs;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.PublishStory;
using NewsPlatform.Publishing.Storage;

namespace NewsPlatform.Publishing.FollowChanges;

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

    /// <summary>The time by which answers and entries are dated.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Appends what readers see of these stories, each version once.</summary>
    public async Task TellAsync(IReadOnlyList<StoryShowing> stories, CancellationToken ct)
    {
        var shown = stories.GroupBy(story => ChangeSubject.OfStory(story.Story.StoryId)).ToDictionary(story => story.Key, story => story.MaxBy(showing => showing.Version)!.Shown!);
        var records = stories.Select(story => new LogRecord(ChangeSubject.OfStory(story.Story.StoryId), story.Version, ChangeTypes.StoryChanged, ChangeAbout.Of(story).Write(), Now)).ToList();
        var appended = await log.AppendNewerAsync(records, (record, told) => ChangeTypes.Of(shown[record.Subject], told?.Kind) is { } kind ? record with { Kind = kind } : null, ct);
        if (appended.Count > 0)
        {
            signal.Pulse();
        }
    }

    /// <summary>The log's life: part of every answer, so that one of a life before a restore is known.</summary>
    public async Task<string> ReadEpochAsync(CancellationToken ct) => _epoch ??= await log.ReadEpochAsync(ct);

    public Task<LogCursor> ReadTailAsync(CancellationToken ct) => log.ReadTailAsync(ct);

    public Task<IReadOnlyList<LogEntry>> ReadAsync(long from, int limit, CancellationToken ct) => log.ReadAsync(from, limit, ct);

    private async Task<IReadOnlyList<LogEntry>> AppendAsync(IReadOnlyList<ArticleState> states, CancellationToken ct)
    {
        var now = Now;
        var told = states.Where(state => state.IsPublic).GroupBy(state => state.ArticleId).ToDictionary(article => article.Key, article => article.MaxBy(state => state.Revision)!);
        var records = told.Values.Select(state => new LogRecord(state.ArticleId, state.Revision, ChangeTypes.Of(state.Standing), "", now)).ToList();
        return records.Count == 0 ? [] : await log.AppendNewerAsync(records, (record, logged) => Shape(record, told[record.Subject], logged), ct);
    }

    private static LogRecord? Shape(LogRecord record, ArticleState state, LogEntry? logged) => (logged, record.Kind) switch
    {
        (null, ChangeTypes.Withdrawn or ChangeTypes.Expired) => null,
        (null, _) => record with { Kind = ChangeTypes.Published, Payload = ChangeAbout.Next(state, null) },
        _ => record with { Payload = ChangeAbout.Next(state, logged) },
    };
}
