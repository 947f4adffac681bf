using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.ReleaseArticle;
using NewsPlatform.Publishing.TellArticle;

namespace NewsPlatform.Publishing.Storage;

/// <summary>Articles in SQLite; a batch is one commit.</summary>
internal sealed class SqliteArticleReadStore([FromKeyedServices(SqliteSchema.Service)] SqliteDatabase database)
    : IArticleReadStore, IEmbargoStore, IHeldArticleStore
{
    private const string Upsert = """
        INSERT INTO articles (id, revision, standing, story_id, story_version, language, source_id, time, title, analyzed_at, assigned_at, stored_at, release_at, withdrawn_at, reason, pending_revision, about, left_story_id, decision_version, pending_decision)
        VALUES ($id, $revision, $standing, $story, $storyVersion, $language, $source, $time, $title, $analyzedAt, $assignedAt, $storedAt, $releaseAt, $withdrawnAt, $reason, $pending, $about, $left, $decision, $pendingDecision)
        ON CONFLICT (id) DO UPDATE SET
            revision = excluded.revision, standing = excluded.standing, story_id = excluded.story_id, story_version = excluded.story_version,
            language = excluded.language, source_id = excluded.source_id, time = excluded.time, title = excluded.title, analyzed_at = excluded.analyzed_at,
            assigned_at = excluded.assigned_at, stored_at = excluded.stored_at, release_at = excluded.release_at,
            withdrawn_at = excluded.withdrawn_at, reason = excluded.reason, pending_revision = excluded.pending_revision,
            about = excluded.about, left_story_id = excluded.left_story_id, decision_version = excluded.decision_version, pending_decision = excluded.pending_decision
        RETURNING key
        """;

    // What may change while readers go on seeing the same revision.
    private const string Adjust = """
        UPDATE articles SET story_id = $story, story_version = $storyVersion, analyzed_at = $analyzedAt, assigned_at = $assignedAt, stored_at = $storedAt,
            release_at = $releaseAt, pending_revision = $pending, pending_decision = $pendingDecision, left_story_id = $left
        WHERE id = $id RETURNING key
        """;

    private const string Move = """
        INSERT INTO articles (id, revision, standing, stored_at, story_id, story_version) VALUES ($id, 0, 0, 0, $story, $version)
        ON CONFLICT (id) DO UPDATE SET
            left_story_id = CASE WHEN story_id = excluded.story_id THEN left_story_id ELSE coalesce(story_id, left_story_id) END,
            story_id = excluded.story_id, story_version = excluded.story_version
        WHERE excluded.story_version > articles.story_version
        """;

    private const string Stored = $"""
        SELECT {SqliteArticleRows.StateColumns} FROM articles
        WHERE (stored_at, id) > ($from, $after) AND (revision > 0 OR pending_revision > 0) ORDER BY stored_at, id LIMIT $limit
        """;

    private const string Settle = "UPDATE articles SET release_at = NULL WHERE id = $id AND revision = $revision AND pending_revision IS NULL";

    private const string Due = $"SELECT {SqliteArticleRows.StateColumns} FROM articles WHERE release_at <= $now ORDER BY release_at LIMIT $limit";

    public Task<IReadOnlyList<ArticleState>> PutNewerAsync(IReadOnlyList<ArticleChange> changes, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<ArticleState>>(
            connection =>
            {
                var shown = new Dictionary<long, ContentChange>();
                var stories = new Dictionary<string, string?>(StringComparer.Ordinal);
                foreach (var change in changes)
                {
                    var held = SqliteArticleRows.FindState(connection, change.ArticleId);
                    stories.TryAdd(change.ArticleId, held?.StoryId);
                    Put(connection, held, ArticleState.After(held, change).LeftSince(stories[change.ArticleId]), change, shown);
                }

                SqliteSearchIndex.Show(connection, shown);

                // Read once all are put: a batch may hold two revisions of one article.
                return [.. changes.Select(change => SqliteArticleRows.FindState(connection, change.ArticleId)!)];
            },
            ct);

    public Task<IReadOnlyList<ArticleState>> JoinStoriesAsync(IReadOnlyList<StoryMembership> memberships, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<ArticleState>>(
            connection =>
            {
                foreach (var joined in memberships.GroupBy(joined => joined.ArticleId).Select(article => article.MaxBy(joined => joined.Version)!))
                {
                    connection.Execute(Move, ("$id", joined.ArticleId), ("$story", joined.StoryId), ("$version", joined.Version));
                }

                return [.. memberships.Select(joined => SqliteArticleRows.FindState(connection, joined.ArticleId)!)];
            },
            ct);

    public Task<IReadOnlyList<ArticleState>> ReadStatesAsync(IReadOnlyCollection<string> articleIds, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<ArticleState>>(
            connection => [.. articleIds.Select(id => SqliteArticleRows.FindState(connection, id)).OfType<ArticleState>()],
            ct);

    public Task<HeldArticleContent?> TryFindAsync(string articleId, CancellationToken ct) =>
        database.ReadAsync(
            connection => SqliteArticleRows.FindState(connection, articleId) is { } state
                ? new HeldArticleContent(state, state.Standing == Standing.Visible ? SqliteArticleRows.FindArticle(connection, articleId, withBody: true) : null)
                : null,
            ct);

    public Task<IReadOnlyList<ArticleState>> ReadStoredSinceAsync(DateTimeOffset since, StoredPosition? after, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<ArticleState>>(
            connection => connection.Query(
                Stored,
                SqliteArticleRows.ReadState,
                ("$from", (after?.StoredAt ?? since).ToUnixTimeMilliseconds()),
                ("$after", after?.ArticleId ?? ""),
                ("$limit", limit)),
            ct);

    public Task<HeldArticleContent?> TryFindHeldAsync(string articleId, CancellationToken ct) =>
        database.ReadAsync(
            connection => SqliteArticleRows.FindState(connection, articleId) is { HeldRevision: > 0 } state
                ? new HeldArticleContent(state, SqliteArticleRows.FindPending(connection, articleId) ?? SqliteArticleRows.FindArticle(connection, articleId, withBody: true))
                : null,
            ct);

    public Task<IReadOnlyList<ArticleState>> FindDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<ArticleState>>(
            connection => connection.Query(Due, SqliteArticleRows.ReadState, ("$now", now.ToUnixTimeMilliseconds()), ("$limit", limit)),
            ct);

    public Task<IReadOnlyList<ArticleState>> ShowAsync(IReadOnlyList<ArticleState> due, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<ArticleState>>(
            connection =>
            {
                var shown = new Dictionary<long, ContentChange>();
                foreach (var state in due)
                {
                    Release(connection, state, shown);
                }

                SqliteSearchIndex.Show(connection, shown);

                return [.. due.Select(state => SqliteArticleRows.FindState(connection, state.ArticleId)!)];
            },
            ct);

    public Task SettleAsync(IReadOnlyList<ArticleState> released, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                foreach (var state in released)
                {
                    connection.Execute(Settle, ("$id", state.ArticleId), ("$revision", state.Revision));
                }
            },
            ct);

    private static void Put(SqliteConnection connection, ArticleState? held, ArticleState next, ArticleChange change, Dictionary<long, ContentChange> shown)
    {
        if (next == held)
        {
            return;
        }

        var content = held?.IsDecidedAnewBy(change) == true
            ? ArticleChanges.OfHeld(SqliteArticleRows.FindArticle(connection, change.ArticleId, withBody: true)!.DecidedAs(((ContentChange)change).Article))
            : change as ContentChange;
        var shows = next.ShowsAnew(held);
        var key = shows || held is null ? Write(connection, next, shows ? content : null, shown) : (long)connection.Scalar(Adjust, ValuesOf(next))!;
        if (next.AwaitsAnew(held))
        {
            SqliteArticleContents.Await(connection, key, next.PendingRevision == change.Revision ? content?.Article : null);
        }
    }

    private static void Release(SqliteConnection connection, ArticleState due, Dictionary<long, ContentChange> shown)
    {
        var held = SqliteArticleRows.FindState(connection, due.ArticleId)!;
        if (due.PendingRevision is { } revision && held.PendingRevision == revision)
        {
            var article = SqliteArticleRows.FindPending(connection, due.ArticleId)!;
            SqliteArticleContents.Await(connection, Write(connection, held.Release(article), ArticleChanges.OfHeld(article), shown), null);
        }
    }

    // The row with what readers see of it: nothing without a content. The index is written once for all that is shown.
    private static long Write(SqliteConnection connection, ArticleState state, ContentChange? content, Dictionary<long, ContentChange> shown)
    {
        var key = (long)connection.Scalar(
            Upsert,
            [
                .. ValuesOf(state),
                ("$revision", state.Revision),
                ("$standing", (int)state.Standing),
                ("$language", content?.Article.Analysis.Language),
                ("$source", content?.Article.Content.Source.Id),
                ("$time", content?.Article.Time.ToUnixTimeMilliseconds()),
                ("$title", content?.Article.Content.Title),
                ("$withdrawnAt", state.WithdrawnAt?.ToUnixTimeMilliseconds()),
                ("$reason", state.WithdrawalReason),
                ("$about", state.About),
                ("$decision", state.DecisionVersion),
            ])!;
        SqliteArticleContents.Delete(connection, key);
        SqliteSearchIndex.Hide(connection, key);
        shown.Remove(key);
        if (content is not null)
        {
            SqliteArticleContents.Insert(connection, key, content.Article);
            shown[key] = content;
        }

        return key;
    }

    private static (string Name, object? Value)[] ValuesOf(ArticleState state) =>
    [
        ("$id", state.ArticleId),
        ("$story", state.StoryId),
        ("$storyVersion", state.StoryVersion),
        ("$analyzedAt", state.AnalyzedAt?.ToUnixTimeMilliseconds()),
        ("$assignedAt", state.AssignedAt?.ToUnixTimeMilliseconds()),
        ("$storedAt", state.StoredAt.ToUnixTimeMilliseconds()),
        ("$releaseAt", state.ReleaseAt?.ToUnixTimeMilliseconds()),
        ("$pending", state.PendingRevision),
        ("$pendingDecision", state.PendingDecisionVersion),
        ("$left", state.LeftStoryId),
    ];
}
