using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.IndexArticles;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.Storage;

/// <summary>
/// The index of what readers may see, and of nothing else. The number of a row is its place in time (<see cref="HitKey"/>), so that the newest hits of any
/// question are the first ones of its walk: nothing is sorted, and a page costs what it shows.
/// </summary>
internal sealed class SqliteSearchIndex([FromKeyedServices(SqliteSchema.Service)] SqliteDatabase database) : IArticleIndex
{
    /// <summary>
    /// <c>hits</c> is what lists and counts need of an article, <c>words</c> what finds it: stems only, no text (content=''); its tokenizer just parts them
    /// at the blanks (see <see cref="SqliteSearchText"/>). Filled from the contents by <see cref="RenewAsync"/>.
    /// </summary>
    public const string Schema = """
        DROP TABLE article_terms;
        DROP TABLE article_labels;
        DROP INDEX articles_by_time;
        DROP INDEX articles_by_language;
        DROP INDEX articles_by_source;
        CREATE TABLE hits (
            key INTEGER PRIMARY KEY,
            article INTEGER NOT NULL UNIQUE,
            id TEXT NOT NULL,
            source_id TEXT NOT NULL,
            language TEXT NOT NULL,
            section TEXT,
            is_duplicate INTEGER NOT NULL,
            version INTEGER NOT NULL);
        CREATE TABLE hit_entities (key INTEGER NOT NULL, label TEXT NOT NULL, name TEXT NOT NULL, type TEXT NOT NULL, PRIMARY KEY (key, label)) WITHOUT ROWID;
        CREATE VIRTUAL TABLE words USING fts5 (title, description, content, labels, content='', contentless_delete=1, tokenize='ascii');
        """;

    /// <summary>What a hit is ranked and counted by comes with its row. The stems of older rows come with the renewal; until then their words count as said in passing.</summary>
    public const string HitsKnowTheirWords = """
        ALTER TABLE hits ADD COLUMN stems BLOB;
        ALTER TABLE hits ADD COLUMN entities TEXT;
        UPDATE hits SET entities = (SELECT group_concat(e.type || char(9) || e.name, char(10)) FROM hit_entities e WHERE e.key = hits.key);
        DROP TABLE hit_entities;
        """;

    private const string InsertHit = """
        INSERT INTO hits (key, article, id, source_id, language, section, is_duplicate, version, stems, entities)
        VALUES ($key, $article, $id, $source, $language, $section, $isDuplicate, $version, $stems, $entities) ON CONFLICT (key) DO NOTHING
        """;

    private const string Outdated = """
        SELECT a.key, a.id, h.version FROM articles a LEFT JOIN hits h ON h.article = a.key
        WHERE a.key > $after AND a.standing = 1 ORDER BY a.key LIMIT $limit
        """;

    /// <summary>Writes visible articles, the oldest first: FTS5 ends its segment in memory at every number below the one before.</summary>
    public static void Show(SqliteConnection connection, IReadOnlyDictionary<long, ContentChange> shown)
    {
        foreach (var (article, change) in shown.OrderBy(one => one.Value.Article.Time))
        {
            Show(connection, article, change.Article, change.Indexed);
        }
    }

    /// <summary>Puts a visible article, by the key of its row, in place of what the index held of it.</summary>
    public static void Show(SqliteConnection connection, long article, PublishedArticle shown, IndexedArticle indexed)
    {
        Hide(connection, article);
        var key = InsertAtFreeKey(connection, article, shown, indexed);
        connection.Execute(
            "INSERT INTO words (rowid, title, description, content, labels) VALUES ($key, $title, $description, $content, $labels)",
            ("$key", key),
            ("$title", SqliteSearchText.Column(indexed.Title)),
            ("$description", SqliteSearchText.Column(indexed.Description)),
            ("$content", SqliteSearchText.Column(indexed.Content)),
            ("$labels", SqliteSearchText.Column([SqliteSearchText.Everything, .. indexed.Labels])));
    }

    /// <summary>Takes an article out; nothing happens when it is not in.</summary>
    public static void Hide(SqliteConnection connection, long article)
    {
        if (connection.Scalar("DELETE FROM hits WHERE article = $article RETURNING key", ("$article", article)) is long key)
        {
            connection.Execute("DELETE FROM words WHERE rowid = $key", ("$key", key));
        }
    }

    public Task<string?> RenewAsync(string? after, int limit, CancellationToken ct) => database.WriteAsync(
        connection =>
        {
            var rows = connection.Query(
                Outdated,
                row => (Key: row.GetInt64(0), Id: row.GetString(1), IsCurrent: !row.IsDBNull(2) && row.GetInt32(2) == IndexedArticle.Version),
                ("$after", after is null ? 0 : long.Parse(after, CultureInfo.InvariantCulture)),
                ("$limit", limit));
            var outdated = rows.Where(row => !row.IsCurrent)
                .Select(row => (row.Key, Article: SqliteArticleRows.FindArticle(connection, row.Id, withBody: true)!))
                .OrderBy(row => row.Article.Time);
            foreach (var (key, article) in outdated)
            {
                Show(connection, key, article, IndexedArticle.Of(article));
            }

            return rows.Count < limit ? null : rows[^1].Key.ToString(CultureInfo.InvariantCulture);
        },
        ct);

    // Two articles of one second whose ids end alike: the later one takes the next number.
    private static long InsertAtFreeKey(SqliteConnection connection, long article, PublishedArticle shown, IndexedArticle indexed)
    {
        var key = HitKey.Of(shown.Time, shown.ArticleId);
        while (connection.Execute(
            InsertHit,
            ("$key", key),
            ("$article", article),
            ("$id", shown.ArticleId),
            ("$source", shown.Content.Source.Id),
            ("$language", shown.Analysis.Language),
            ("$section", shown.Content.Section ?? shown.Analysis.Section),
            ("$isDuplicate", shown.DuplicateOf is not null),
            ("$version", IndexedArticle.Version),
            ("$stems", SqliteHitStems.Of(indexed)),
            ("$entities", SqliteHitEntities.Of(shown))) == 0)
        {
            key++;
        }

        return key;
    }
}
