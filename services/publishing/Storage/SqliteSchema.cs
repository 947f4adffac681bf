using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Publishing.Storage;

/// <summary>The tables of <c>publishing.db</c>, forward only.</summary>
internal static class SqliteSchema
{
    /// <summary>The service's name: of its file, its queues and its registrations.</summary>
    public const string Service = "publishing";

    public static IReadOnlyList<string> Migrations { get; } =
    [
        SqliteLogStore.Schema + Articles + Stories, ArticlesMayExpire, StorageOrder, Sightings, Sources, SqliteSearchIndex.Schema, EmbargoApart, ShownStories, SqliteReaderStore.Schema, Decisions,
        SqliteSubscriberStore.Schema, SqliteSearchIndex.HitsKnowTheirWords, RequestsAreStored,
    ];

    // Nothing to change; but an older program, which does not know the standing, must not open such a file.
    private const string ArticlesMayExpire = "SELECT 1;";

    // Likewise: it cannot read a request to the hub.
    private const string RequestsAreStored = "SELECT 1;";

    // The row is narrow and apart from the content, so that lists walk an index and few pages. The list indexes hold visible articles only.
    // article_terms holds stems only, no text (content=''); its tokenizer just parts them at the blanks (see SqliteSearchText).
    private const string Articles = """
        CREATE TABLE articles (
            key INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            revision INTEGER NOT NULL,
            standing INTEGER NOT NULL,
            story_id TEXT,
            story_version INTEGER NOT NULL DEFAULT 0,
            language TEXT,
            source_id TEXT,
            time INTEGER,
            analyzed_at INTEGER,
            assigned_at INTEGER,
            stored_at INTEGER NOT NULL,
            release_at INTEGER,
            withdrawn_at INTEGER,
            reason TEXT);
        CREATE INDEX articles_by_time ON articles (time, id) WHERE standing = 1;
        CREATE INDEX articles_by_language ON articles (language, time, id) WHERE standing = 1;
        CREATE INDEX articles_by_source ON articles (source_id, time, id) WHERE standing = 1;
        CREATE INDEX articles_by_story ON articles (story_id, time, id) WHERE standing = 1;
        CREATE INDEX articles_by_release ON articles (release_at) WHERE release_at IS NOT NULL;

        CREATE TABLE article_contents (key INTEGER PRIMARY KEY, head TEXT NOT NULL, body TEXT NOT NULL);

        CREATE TABLE article_labels (
            label TEXT NOT NULL,
            time INTEGER NOT NULL,
            id TEXT NOT NULL,
            key INTEGER NOT NULL,
            name TEXT,
            type TEXT,
            PRIMARY KEY (label, time, id)) WITHOUT ROWID;
        CREATE INDEX article_labels_by_article ON article_labels (key);

        CREATE VIRTUAL TABLE article_terms USING fts5 (title, text, content='', contentless_delete=1, tokenize='ascii');

        """;

    private const string Stories = """
        CREATE TABLE stories (
            id TEXT PRIMARY KEY,
            version INTEGER NOT NULL,
            language TEXT NOT NULL,
            changed_at INTEGER NOT NULL,
            listed INTEGER NOT NULL,
            document TEXT NOT NULL);
        CREATE INDEX stories_by_change ON stories (changed_at, id) WHERE listed = 1;
        CREATE INDEX stories_by_language ON stories (language, changed_at, id) WHERE listed = 1;
        """;

    // In which order articles were stored: what a restored ingestion is told again.
    private const string StorageOrder = "CREATE INDEX articles_by_storage ON articles (stored_at, id);";

    // The sources that brought an article, where there is more than one.
    private const string Sightings = """
        CREATE TABLE article_sightings (
            article_id TEXT NOT NULL,
            source_id TEXT NOT NULL,
            seen_at INTEGER NOT NULL,
            record TEXT NOT NULL,
            PRIMARY KEY (article_id, source_id)) WITHOUT ROWID;
        """;

    private const string Sources = "CREATE TABLE sources (id TEXT PRIMARY KEY, reported_at INTEGER NOT NULL, record TEXT NOT NULL) WITHOUT ROWID;";

    // A revision under embargo stands apart from everything that readers are answered from (until now it stood among it, with standing 2).
    // The title is what a story's title is compared with: one that no visible article bears is not shown.
    private const string EmbargoApart = """
        ALTER TABLE articles ADD COLUMN pending_revision INTEGER;
        ALTER TABLE articles ADD COLUMN title TEXT;
        ALTER TABLE articles ADD COLUMN about TEXT;
        CREATE TABLE pending_contents (key INTEGER PRIMARY KEY, head TEXT NOT NULL, body TEXT NOT NULL);
        INSERT INTO pending_contents SELECT c.key, c.head, c.body FROM article_contents c JOIN articles a ON a.key = c.key WHERE a.standing = 2;
        DELETE FROM article_contents WHERE key IN (SELECT key FROM pending_contents);
        UPDATE articles SET pending_revision = revision, revision = 0, standing = 0, language = NULL, source_id = NULL, time = NULL WHERE standing = 2;
        UPDATE articles SET title = (SELECT json_extract(c.head, '$.content.title') FROM article_contents c WHERE c.key = articles.key) WHERE standing = 1;
        CREATE INDEX articles_by_title ON articles (story_id, title) WHERE standing = 1;
        """;

    // What readers were last shown of a story, and up to which version the change log was told of it. An article notes the story that it left.
    private const string ShownStories = """
        ALTER TABLE stories ADD COLUMN shown_version INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE stories ADD COLUMN shown TEXT;
        ALTER TABLE stories ADD COLUMN told_version INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE articles ADD COLUMN left_story_id TEXT;
        """;

    // Which story decision stands in a content: a newer one on the same revision replaces it. 0 in what is stored already: the next one that comes does.
    private const string Decisions = """
        ALTER TABLE articles ADD COLUMN decision_version INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE articles ADD COLUMN pending_decision INTEGER NOT NULL DEFAULT 0;
        """;
}
