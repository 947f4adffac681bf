using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RankStories;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Storage;

/// <summary>Search on FTS5 and the list indexes: first the keys of the page, then the contents of those few.</summary>
internal sealed class SqliteArticleSearch([FromKeyedServices(SqliteSchema.Service)] SqliteDatabase database) : IArticleSearch
{
    private const int CountedArticles = 5_000;

    public Task<IReadOnlyList<FoundArticle>> FindAsync(ArticleQuery query, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<FoundArticle>>(
            connection =>
            {
                var keys = SqliteArticleSelection.Of(query);
                var found = connection.Query(keys.Sql, row => new PageKey(row.GetDouble(0), row.GetString(1)), keys.Values);
                return [.. found.Select(key => Load(connection, key, query.WithBody)).OfType<FoundArticle>()];
            },
            ct);

    public Task<IReadOnlyDictionary<string, StoryArticles>> ReadStoriesAsync(IReadOnlyCollection<string> storyIds, int perStory, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<string, StoryArticles>>(
            connection => storyIds.Distinct()
                .Select(id => (Id: id, Articles: ReadStory(connection, id, perStory)))
                .Where(story => story.Articles.Newest.Count > 0)
                .ToDictionary(story => story.Id, story => story.Articles),
            ct);

    public Task<IReadOnlyDictionary<string, IReadOnlyList<StoryPulse>>> ReadPulsesAsync(IReadOnlyCollection<string> storyIds, int perStory, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<string, IReadOnlyList<StoryPulse>>>(
            connection => storyIds.Distinct()
                .Select(id => (Id: id, Pulses: ReadPulses(connection, id, perStory)))
                .Where(story => story.Pulses.Count > 0)
                .ToDictionary(story => story.Id, IReadOnlyList<StoryPulse> (story) => story.Pulses),
            ct);

    public Task<int> CountAsync(ArticleQuery query, int most, CancellationToken ct)
    {
        var keys = SqliteArticleSelection.Of(query with { Order = ArticleOrder.Time, After = null, Limit = most });
        return database.ReadAsync(connection => (int)(long)connection.Scalar($"SELECT count(*) FROM ({keys.Sql})", keys.Values)!, ct);
    }

    public Task<IReadOnlyList<EntityCount>> CountEntitiesAsync(ArticleQuery query, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<EntityCount>>(
            connection =>
            {
                var newest = SqliteArticleSelection.Of(query with { Order = ArticleOrder.Time, After = null, Limit = CountedArticles });
                var sql = $"""
                    SELECT min(l.name), min(l.type), count(*)
                    FROM ({newest.Sql}) found JOIN articles a ON a.id = found.id JOIN article_labels l ON l.key = a.key
                    WHERE l.type IS NOT NULL GROUP BY l.label ORDER BY count(*) DESC, l.label LIMIT $entities
                    """;
                return connection.Query(sql, row => new EntityCount(row.GetString(0), row.GetString(1), row.GetInt32(2)), [.. newest.Values, ("$entities", query.Limit)]);
            },
            ct);

    // Withdrawn between the two statements: left out, as if it had never been found.
    private static FoundArticle? Load(SqliteConnection connection, PageKey key, bool withBody) =>
        SqliteArticleRows.FindArticle(connection, key.ArticleId, withBody) is { } article ? new FoundArticle(article, key) : null;

    private static List<StoryPulse> ReadPulses(SqliteConnection connection, string storyId, int limit) => connection.Query(
        "SELECT source_id, time FROM articles WHERE story_id = $story AND standing = 1 ORDER BY time DESC, id DESC LIMIT $limit",
        row => new StoryPulse(row.GetString(0), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1))),
        ("$story", storyId),
        ("$limit", limit));

    private static StoryArticles ReadStory(SqliteConnection connection, string storyId, int limit)
    {
        var total = (long)connection.Scalar("SELECT count(*) FROM articles WHERE story_id = $story AND standing = 1", ("$story", storyId))!;
        var ids = connection.Query(
            "SELECT id FROM articles WHERE story_id = $story AND standing = 1 ORDER BY time DESC, id DESC LIMIT $limit",
            row => row.GetString(0),
            ("$story", storyId),
            ("$limit", limit));
        return new StoryArticles((int)total, [.. ids.Select(id => SqliteArticleRows.FindArticle(connection, id, withBody: false)).OfType<PublishedArticle>()]);
    }
}
