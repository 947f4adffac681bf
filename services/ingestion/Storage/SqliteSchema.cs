namespace NewsPlatform.Ingestion.Storage;

/// <summary>The service's tables; append a script to change them, never edit one that was released.</summary>
internal static class SqliteSchema
{
    public static readonly IReadOnlyList<string> Migrations = [First, Expiry, Answers, Revisions, Hosts, Subscriptions, Sightings];

    private const string Expiry = """
        INSERT INTO article_counts VALUES (5, 0);
        CREATE INDEX articles_published ON articles (queued_at, id) WHERE state = 2;
        """;

    // Contents are large and stand apart from the row that every step of the journey rewrites.
    private const string First = """
        CREATE TABLE keys (key TEXT PRIMARY KEY, article_id TEXT NOT NULL) WITHOUT ROWID;

        CREATE TABLE articles (
            id TEXT PRIMARY KEY,
            version INTEGER NOT NULL,
            state INTEGER NOT NULL,
            queued_at INTEGER NOT NULL,
            record TEXT NOT NULL);
        CREATE INDEX articles_pending ON articles (queued_at, id) WHERE state = 0;
        CREATE INDEX articles_sent ON articles (id) WHERE state = 1;
        CREATE TABLE article_counts (state INTEGER PRIMARY KEY, articles INTEGER NOT NULL);
        INSERT INTO article_counts VALUES (-1, 0), (0, 0), (1, 0), (2, 0), (3, 0), (4, 0);
        CREATE TABLE contents (article_id TEXT PRIMARY KEY, revision INTEGER NOT NULL, content TEXT NOT NULL);

        CREATE TABLE dead_letters (
            id TEXT PRIMARY KEY,
            recorded_at INTEGER NOT NULL,
            article_id TEXT,
            revision INTEGER,
            record TEXT NOT NULL,
            body BLOB NOT NULL);
        CREATE INDEX dead_letters_by_time ON dead_letters (recorded_at DESC, id);
        CREATE INDEX dead_letters_by_article ON dead_letters (article_id) WHERE article_id IS NOT NULL;

        CREATE TABLE sources (
            id TEXT PRIMARY KEY,
            version INTEGER NOT NULL,
            address_key TEXT NOT NULL UNIQUE,
            next_attempt_at INTEGER NOT NULL,
            record TEXT NOT NULL);
        CREATE INDEX sources_due ON sources (next_attempt_at, id);
        CREATE TABLE fetch_states (source_id TEXT PRIMARY KEY, record TEXT NOT NULL);

        CREATE TABLE pending_pages (
            id TEXT PRIMARY KEY,
            version INTEGER NOT NULL,
            source_id TEXT NOT NULL,
            given_up INTEGER NOT NULL,
            next_attempt_at INTEGER NOT NULL,
            record TEXT NOT NULL);
        CREATE INDEX pending_pages_due ON pending_pages (next_attempt_at, id) WHERE given_up = 0;
        CREATE INDEX pending_pages_given_up ON pending_pages (id) WHERE given_up = 1;
        CREATE INDEX pending_pages_by_source ON pending_pages (source_id, id);
        """;

    // What was answered before this script counts as answered now: after a restore it is rather sent once too often than lost.
    private const string Answers = """
        ALTER TABLE articles ADD COLUMN answered_at INTEGER;
        UPDATE articles SET answered_at = unixepoch() * 1000 WHERE state IN (2, 3, 5);
        CREATE INDEX articles_answered ON articles (answered_at, id) WHERE state IN (2, 3, 5);
        """;

    // What an article said before; when, only for what came in since this script.
    private const string Revisions = """
        ALTER TABLE contents ADD COLUMN accepted_at INTEGER;
        CREATE TABLE revisions (
            article_id TEXT NOT NULL,
            revision INTEGER NOT NULL,
            accepted_at INTEGER,
            content TEXT NOT NULL,
            PRIMARY KEY (article_id, revision)) WITHOUT ROWID;
        """;

    private const string Hosts = """
        CREATE TABLE host_turns (host TEXT PRIMARY KEY, version INTEGER NOT NULL, idle_at INTEGER NOT NULL, record TEXT NOT NULL) WITHOUT ROWID;
        """;

    private const string Subscriptions = """
        CREATE TABLE subscriptions (id TEXT PRIMARY KEY, version INTEGER NOT NULL, source_id TEXT NOT NULL, due_at INTEGER NOT NULL, record TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX subscriptions_due ON subscriptions (due_at, id);
        CREATE INDEX subscriptions_by_source ON subscriptions (source_id, id);
        """;

    // The sources that brought an article are told to publishing; those noted before this script at once.
    private const string Sightings = """
        ALTER TABLE articles ADD COLUMN sightings_due_at INTEGER;
        UPDATE articles SET sightings_due_at = 0 WHERE json_array_length(record, '$.seenIn') > 1;
        CREATE INDEX articles_sighted ON articles (sightings_due_at, id) WHERE sightings_due_at IS NOT NULL;
        """;
}
