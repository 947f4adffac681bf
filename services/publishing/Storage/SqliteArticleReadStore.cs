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
        INSERT INTO articles (id, revision, standing, story_id, story_version, language, source_id, time, analyzed_at, assigned_at, stored_at, release_at, withdrawn_at, reason)
        VALUES ($id, $revision, $standing, $story, $storyVersion, $language, $source, $time, $analyzedAt, $assignedAt, $storedAt, $releaseAt, $withdrawnAt, $reason)
        ON CONFLICT (id) DO UPDATE SET
            revision = excluded.revision, standing = excluded.standing, story_id = excluded.story_id, story_version = excluded.story_version,
            language = excluded.language, source_id = excluded.source_id, time = excluded.time, analyzed_at = excluded.analyzed_at,
            assigned_at = excluded.assigned_at, stored_at = excluded.stored_at, release_at = excluded.release_at,
            withdrawn_at = excluded.withdrawn_at, reason = excluded.reason
        RETURNING key
        """;

    private const string Move = """
        INSERT INTO articles (id, revision, standing, stored_at, story_id, story_version) VALUES ($id, 0, 0, 0, $story, $version)
        ON CONFLICT (id) DO UPDATE SET story_id = excluded.story_id, story_version = excluded.story_version WHERE excluded.story_version > articles.story_version
        """;

    private const string Stored = $"""
        SELECT {SqliteArticleRows.StateColumns} FROM articles
        WHERE (stored_at, id) > ($from, $after) AND revision > 0 ORDER BY stored_at, id LIMIT $limit
        """;

    private const string Due = $"SELECT {SqliteArticleRows.StateColumns} FROM articles WHERE release_at <= $now ORDER BY release_at LIMIT $limit";

    public Task<IReadOnlyList<ArticleState>> PutNewerAsync(IReadOnlyList<ArticleChange> changes, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<ArticleState>>(
            connection =>
            {
                foreach (var change in changes)
                {
                    Put(connection, change);
                }

                // Read once all are put: a batch may hold two revisions of one article.
                return [.. changes.Select(change => SqliteArticleRows.FindState(connection, change.ArticleId)!)];
            },
            ct);

    public Task JoinStoriesAsync(IReadOnlyList<StoryMembership> memberships, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                foreach (var joined in memberships)
                {
                    connection.Execute(Move, ("$id", joined.ArticleId), ("$story", joined.StoryId), ("$version", joined.Version));
                }
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
            connection => SqliteArticleRows.FindState(connection, articleId) is { Revision: > 0 } state
                ? new HeldArticleContent(state, SqliteArticleRows.FindHeld(connection, articleId))
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
                foreach (var state in due)
                {
                    connection.Execute("UPDATE articles SET standing = 1 WHERE id = $id AND revision = $revision AND standing = 2", ("$id", state.ArticleId), ("$revision", state.Revision));
                }

                return [.. due.Select(state => SqliteArticleRows.FindState(connection, state.ArticleId)!)];
            },
            ct);

    public Task SettleAsync(IReadOnlyList<ArticleState> released, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                foreach (var state in released)
                {
                    connection.Execute("UPDATE articles SET release_at = NULL WHERE id = $id AND revision = $revision", ("$id", state.ArticleId), ("$revision", state.Revision));
                }
            },
            ct);

    private static void Put(SqliteConnection connection, ArticleChange change)
    {
        var held = SqliteArticleRows.FindState(connection, change.ArticleId);
        var next = ArticleState.After(held, change);
        if (next.Revision != held?.Revision)
        {
            var article = (change as ContentChange)?.Article;
            var key = UpsertRow(connection, next, article);
            if (held is not null)
            {
                SqliteArticleContents.Delete(connection, key);
            }

            if (change is ContentChange content)
            {
                SqliteArticleContents.Insert(connection, key, content);
            }
        }
        else if (next.StoryVersion != held.StoryVersion)
        {
            connection.Execute(Move, ("$id", next.ArticleId), ("$story", next.StoryId), ("$version", next.StoryVersion));
        }
    }

    private static long UpsertRow(SqliteConnection connection, ArticleState state, PublishedArticle? article) => (long)connection.Scalar(
        Upsert,
        ("$id", state.ArticleId),
        ("$revision", state.Revision),
        ("$standing", (int)state.Standing),
        ("$story", state.StoryId),
        ("$storyVersion", state.StoryVersion),
        ("$language", article?.Analysis.Language),
        ("$source", article?.Content.Source.Id),
        ("$time", article?.Time.ToUnixTimeMilliseconds()),
        ("$analyzedAt", state.AnalyzedAt?.ToUnixTimeMilliseconds()),
        ("$assignedAt", state.AssignedAt?.ToUnixTimeMilliseconds()),
        ("$storedAt", state.StoredAt.ToUnixTimeMilliseconds()),
        ("$releaseAt", state.ReleaseAt?.ToUnixTimeMilliseconds()),
        ("$withdrawnAt", state.WithdrawnAt?.ToUnixTimeMilliseconds()),
        ("$reason", state.WithdrawalReason))!;
}
