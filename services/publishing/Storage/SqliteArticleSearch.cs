using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RankStories;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Storage;

/// <summary>Search on FTS5, whose rows are numbered in the order of time (<see cref="SqliteSearchIndex"/>).</summary>
internal sealed class SqliteArticleSearch([FromKeyedServices(SqliteSchema.Service)] SqliteDatabase database) : IArticleSearch
{
    private const string HitColumns = "h.key, h.id, h.is_duplicate";
    private const string FactColumns = "h.key, h.id, h.source_id, h.language, h.section";

    public Task<IReadOnlyList<Hit>> ReadHitsAsync(HitQuery query, int limit, IReadOnlyList<TextClause> scored, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<Hit>>(
            connection =>
            {
                var selection = SqliteHitSelection.Of(query);
                if (scored.Count == 0 || query.Where is null)
                {
                    return connection.Query(selection.Newest(HitColumns), row => ReadHit(row, []), selection.With(limit));
                }

                var fields = new SqliteHitFields(query.Where, scored);
                var hits = connection.Query(selection.Newest(HitColumns + ", h.stems"), row => ReadHit(row, fields.Read(row, row.GetInt64(0), 3)), selection.With(limit));
                fields.AddAlternatives(connection);
                return hits;
            },
            ct);

    public Task<IReadOnlyList<HitFacts>> ReadFactsAsync(HitQuery query, int limit, CancellationToken ct)
    {
        var selection = SqliteHitSelection.Of(query);
        return database.ReadAsync<IReadOnlyList<HitFacts>>(connection => connection.Query(selection.Newest(FactColumns), ReadFacts, selection.With(limit)), ct);
    }

    public Task<IReadOnlyList<PublishedArticle>> LoadAsync(IReadOnlyList<string> articleIds, bool withBody, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<PublishedArticle>>(
            connection => [.. articleIds.Select(id => SqliteArticleRows.FindArticle(connection, id, withBody)).OfType<PublishedArticle>()],
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

    public Task<int> CountAsync(ArticleQuery query, int most, CancellationToken ct) => database.ReadAsync(connection => Count(connection, query, most), ct);

    // One statement, prepared once: only the words that it looks for differ.
    public Task<IReadOnlyDictionary<string, int>> CountEachAsync(ArticleQuery query, IReadOnlyCollection<string> labels, int most, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<string, int>>(connection => labels.ToDictionary(label => label, label => Count(connection, query.Bearing(label), most)), ct);

    public Task<IReadOnlyList<EntityCount>> CountEntitiesAsync(ArticleQuery query, int articles, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<EntityCount>>(
            connection =>
            {
                var selection = SqliteHitSelection.Of(HitQuery.Of(query));
                var named = connection.Query(selection.Newest("h.entities"), row => row.GetText(0), selection.With(articles));
                return SqliteHitEntities.Count(named, query.Limit);
            },
            ct);

    private static int Count(SqliteConnection connection, ArticleQuery query, int most)
    {
        var selection = SqliteHitSelection.Of(HitQuery.Of(query));
        return (int)(long)connection.Scalar($"SELECT count(*) FROM (SELECT 1 FROM {selection.Keys} LIMIT $limit)", selection.With(most))!;
    }

    private static Hit ReadHit(SqliteDataReader row, IReadOnlyList<ArticleFields> fields) => new(PlaceOf(row), row.GetBoolean(2), fields);

    private static HitFacts ReadFacts(SqliteDataReader row) => new(PlaceOf(row), row.GetString(2), row.GetString(3), row.GetText(4));

    private static HitPlace PlaceOf(SqliteDataReader row) => new(row.GetInt64(0), row.GetString(1));

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
