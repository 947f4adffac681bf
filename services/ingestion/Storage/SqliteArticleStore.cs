using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.HealRestore;

namespace NewsPlatform.Ingestion.Storage;

/// <summary>Articles in the service's SQLite file; row, content and counters of a batch change in one transaction.</summary>
internal sealed class SqliteArticleStore(SqliteDatabase database) : IArticleStore, IAnsweredArticleStore, IRevisionStore
{
    // The counter of all articles ever accepted, beside those of the states.
    private const int Accepted = -1;

    private const string KeepReplaced = """
        INSERT OR IGNORE INTO revisions (article_id, revision, accepted_at, content)
        SELECT article_id, revision, accepted_at, content FROM contents WHERE article_id = $id AND revision < $revision
        """;

    private const string DropOldest = """
        DELETE FROM revisions WHERE article_id = $id
        AND revision IN (SELECT revision FROM revisions WHERE article_id = $id ORDER BY revision DESC LIMIT -1 OFFSET $kept)
        AND revision > (SELECT min(revision) FROM revisions WHERE article_id = $id)
        """;

    public Task<IReadOnlyDictionary<string, Article>> FindAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<string, Article>>(
            connection =>
            {
                var found = new Dictionary<string, Article>(StringComparer.Ordinal);
                foreach (var id in ids)
                {
                    if (connection.QueryFirst("SELECT record, version FROM articles WHERE id = $id", ReadArticle, ("$id", id)) is { } article)
                        found[id] = article;
                }

                return found;
            },
            ct);

    public Task<IReadOnlyDictionary<string, StoredContent>> ReadContentsAsync(IReadOnlyCollection<string> ids, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<string, StoredContent>>(
            connection =>
            {
                var found = new Dictionary<string, StoredContent>(StringComparer.Ordinal);
                foreach (var id in ids)
                {
                    if (connection.QueryFirst("SELECT revision, content, accepted_at FROM contents WHERE article_id = $id", ReadContent, ("$id", id)) is { } content)
                        found[id] = content;
                }

                return found;
            },
            ct);

    public Task<IReadOnlyList<bool>> SaveAsync(IReadOnlyList<ArticleWrite> writes, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<bool>>(
            connection =>
            {
                var done = new bool[writes.Count];
                var changes = new Dictionary<int, int>();
                for (var i = 0; i < writes.Count; i++)
                    done[i] = Save(connection, writes[i], changes);

                foreach (var (state, change) in changes.Where(change => change.Value != 0))
                    connection.Execute("UPDATE article_counts SET articles = articles + $change WHERE state = $state", ("$change", change), ("$state", state));

                return done;
            },
            ct);

    public Task<IReadOnlyList<Article>> ReadDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Article>>(
            connection => connection.Query(
                "SELECT record, version FROM articles WHERE state = 0 AND queued_at <= $now ORDER BY queued_at, id LIMIT $limit",
                ReadArticle,
                ("$now", now.ToUnixTimeMilliseconds()),
                ("$limit", limit)),
            ct);

    public Task<IReadOnlyList<Article>> ReadSightingsDueAsync(DateTimeOffset now, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Article>>(
            connection => connection.Query(
                "SELECT record, version FROM articles WHERE sightings_due_at <= $now ORDER BY sightings_due_at, id LIMIT $limit",
                ReadArticle,
                ("$now", now.ToUnixTimeMilliseconds()),
                ("$limit", limit)),
            ct);

    public Task<IReadOnlyList<Article>> ReadSentAsync(string? afterId, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Article>>(
            connection => connection.Query(
                "SELECT record, version FROM articles WHERE state = 1 AND id > $after ORDER BY id LIMIT $limit",
                ReadArticle,
                ("$after", afterId ?? string.Empty),
                ("$limit", limit)),
            ct);

    public Task<IReadOnlyList<Article>> ReadPublishedBeforeAsync(DateTimeOffset instant, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Article>>(
            connection => connection.Query(
                "SELECT record, version FROM articles WHERE state = 2 AND queued_at < $instant ORDER BY queued_at, id LIMIT $limit",
                ReadArticle,
                ("$instant", instant.ToUnixTimeMilliseconds()),
                ("$limit", limit)),
            ct);

    public Task<long> CountBacklogAsync(CancellationToken ct) =>
        database.ReadAsync(connection => (long)connection.Scalar("SELECT sum(articles) FROM article_counts WHERE state IN (0, 1)")!, ct);

    public Task<IReadOnlyList<Article>> ReadAnsweredAsync(DateTimeOffset from, DateTimeOffset until, AnsweredPosition? after, int limit, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Article>>(
            connection => connection.Query(
                """
                SELECT record, version, answered_at FROM articles
                WHERE state IN (2, 3, 5) AND (answered_at, id) > ($from, $after) AND answered_at <= $until
                ORDER BY answered_at, id LIMIT $limit
                """,
                row => ReadArticle(row) with { AnsweredAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2)) },
                ("$from", (after?.AnsweredAt ?? from).ToUnixTimeMilliseconds()),
                ("$after", after?.ArticleId ?? string.Empty),
                ("$until", until.ToUnixTimeMilliseconds()),
                ("$limit", limit)),
            ct);

    public Task<IReadOnlyList<StoredRevision>> ReadEarlierAsync(string articleId, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<StoredRevision>>(
            connection => connection.Query("SELECT revision, content, accepted_at FROM revisions WHERE article_id = $id ORDER BY revision", ReadRevision, ("$id", articleId)),
            ct);

    public Task<ArticleCounts> CountAsync(CancellationToken ct) =>
        database.ReadAsync(
            connection =>
            {
                var counts = connection.Query("SELECT state, articles FROM article_counts", row => (State: row.GetInt32(0), Articles: row.GetInt64(1)))
                    .ToDictionary(row => row.State, row => row.Articles);

                return new ArticleCounts(
                    counts[Accepted],
                    counts[(int)ArticleState.Pending],
                    counts[(int)ArticleState.Sent],
                    counts[(int)ArticleState.Published],
                    counts[(int)ArticleState.Withdrawn],
                    counts[(int)ArticleState.Dead],
                    counts[(int)ArticleState.Expired]);
            },
            ct);

    private static bool Save(SqliteConnection connection, ArticleWrite write, Dictionary<int, int> changes)
    {
        var article = write.Article;
        var stored = connection.QueryFirst(
            "SELECT version, state FROM articles WHERE id = $id", row => new StoredRow(row.GetInt64(0), row.GetInt32(1)), ("$id", article.Id));
        if ((stored?.Version ?? 0) != article.Version)
            return false;

        connection.Execute(
            """
            INSERT INTO articles (id, version, state, queued_at, answered_at, sightings_due_at, record)
            VALUES ($id, $version, $state, $queued, $answered, $sightingsDue, $record)
            ON CONFLICT (id) DO UPDATE SET
                version = excluded.version, state = excluded.state, queued_at = excluded.queued_at, answered_at = excluded.answered_at,
                sightings_due_at = excluded.sightings_due_at, record = excluded.record
            """,
            ("$id", article.Id),
            ("$version", article.Version + 1),
            ("$state", (int)article.State),
            ("$queued", article.QueuedAt.ToUnixTimeMilliseconds()),
            ("$answered", article.AnsweredAt?.ToUnixTimeMilliseconds()),
            ("$sightingsDue", article.SightingsDueAt?.ToUnixTimeMilliseconds()),
            ("$record", JsonSerializer.Serialize(article, JsonDefaults.Options)));
        SaveContent(connection, write);
        Count(changes, stored?.State ?? Accepted, stored is null ? 1 : -1);
        Count(changes, (int)article.State, 1);

        return true;
    }

    private static void SaveContent(SqliteConnection connection, ArticleWrite write)
    {
        if (write.Change == ContentChange.Remove)
        {
            connection.Execute("DELETE FROM contents WHERE article_id = $id", ("$id", write.Article.Id));
            connection.Execute("DELETE FROM revisions WHERE article_id = $id", ("$id", write.Article.Id));
        }
        else if (write is { Change: ContentChange.Replace, Content: { } content })
        {
            if (connection.Execute(KeepReplaced, ("$id", write.Article.Id), ("$revision", write.Article.Revision)) > 0)
                connection.Execute(DropOldest, ("$id", write.Article.Id), ("$kept", IRevisionStore.MaxKept - 1));

            connection.Execute(
                """
                INSERT INTO contents (article_id, revision, content, accepted_at) VALUES ($id, $revision, $content, $accepted)
                ON CONFLICT (article_id) DO UPDATE SET revision = excluded.revision, content = excluded.content, accepted_at = excluded.accepted_at
                """,
                ("$id", write.Article.Id),
                ("$revision", write.Article.Revision),
                ("$content", JsonSerializer.Serialize(content, JsonDefaults.Options)),
                ("$accepted", write.Article.AcceptedAt.ToUnixTimeMilliseconds()));
        }
    }

    private static void Count(Dictionary<int, int> changes, int state, int change) => changes[state] = changes.GetValueOrDefault(state) + change;

    private static Article ReadArticle(SqliteDataReader row) =>
        JsonSerializer.Deserialize<Article>(row.GetString(0), JsonDefaults.Options)! with { Version = row.GetInt64(1) };

    private static StoredContent ReadContent(SqliteDataReader row) =>
        new(row.GetInt64(0), JsonSerializer.Deserialize<ArticleContent>(row.GetString(1), JsonDefaults.Options)!, TimeOf(row));

    private static StoredRevision ReadRevision(SqliteDataReader row) =>
        new(row.GetInt64(0), TimeOf(row), JsonSerializer.Deserialize<ArticleContent>(row.GetString(1), JsonDefaults.Options)!);

    private static DateTimeOffset? TimeOf(SqliteDataReader row) => row.IsDBNull(2) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(2));

    private sealed record StoredRow(long Version, int State);
}
