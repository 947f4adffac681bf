using System.Text.Json;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.PublishStory;

namespace NewsPlatform.Publishing.Storage;

/// <summary>Stories in SQLite; a batch is one commit.</summary>
internal sealed class SqliteStoryReadStore([FromKeyedServices(SqliteSchema.Service)] SqliteDatabase database) : IStoryReadStore
{
    private const string Document = "document, changed_at";

    private const string Upsert = """
        INSERT INTO stories (id, version, language, changed_at, listed, document) VALUES ($id, $version, $language, $changedAt, $listed, $document)
        ON CONFLICT (id) DO UPDATE SET
            version = excluded.version, language = excluded.language, changed_at = max(changed_at, excluded.changed_at), listed = excluded.listed, document = excluded.document
        WHERE excluded.version > stories.version
        """;

    private const string TitleOf = """
        SELECT coalesce(
            (SELECT title FROM articles WHERE story_id = $id AND title = $title AND standing = 1 LIMIT 1),
            (SELECT title FROM articles WHERE story_id = $id AND standing = 1 ORDER BY time, id LIMIT 1))
        """;

    public Task<IReadOnlyList<PublishedStory>> PutNewerAsync(IReadOnlyList<PublishedStory> stories, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<PublishedStory>>(
            connection =>
            {
                foreach (var story in stories)
                {
                    Put(connection, story);
                }

                return [.. stories.Select(story => Find(connection, story.StoryId)!)];
            },
            ct);

    public Task<IReadOnlyDictionary<string, string>> ReadTitlesAsync(IReadOnlyCollection<PublishedStory> stories, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<string, string>>(
            connection => stories
                .Select(story => (story.StoryId, Title: (string?)connection.Scalar(TitleOf, ("$id", story.StoryId), ("$title", story.Title))))
                .Where(story => story.Title is not null)
                .ToDictionary(story => story.StoryId, story => story.Title!),
            ct);

    public Task<IReadOnlyList<StoryShowing>> ReadShowingsAsync(IReadOnlyCollection<string> storyIds, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyList<StoryShowing>>(
            connection => [.. storyIds.Select(id => connection.QueryFirst($"SELECT {Document}, shown_version, shown, told_version FROM stories WHERE id = $id", ReadShowing, ("$id", id))).OfType<StoryShowing>()],
            ct);

    public Task<IReadOnlyList<string>> ShowAsync(IReadOnlyList<StoryShowing> showings, CancellationToken ct) =>
        database.WriteAsync<IReadOnlyList<string>>(
            connection =>
            [
                .. showings.Where(showing => connection.Execute(
                    "UPDATE stories SET shown_version = $version, shown = $shown WHERE id = $id AND shown_version = $version - 1",
                    ("$id", showing.Story.StoryId),
                    ("$version", showing.Version),
                    ("$shown", JsonSerializer.Serialize(showing.Shown, JsonDefaults.Options))) == 0).Select(showing => showing.Story.StoryId),
            ],
            ct);

    public Task SettleAsync(IReadOnlyList<StoryShowing> told, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                foreach (var showing in told)
                {
                    connection.Execute("UPDATE stories SET told_version = max(told_version, $version) WHERE id = $id", ("$id", showing.Story.StoryId), ("$version", showing.Version));
                }
            },
            ct);

    public Task TouchAsync(IReadOnlyCollection<string> storyIds, DateTimeOffset changedAt, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                foreach (var id in storyIds)
                {
                    connection.Execute("UPDATE stories SET changed_at = max(changed_at, $changedAt) WHERE id = $id", ("$id", id), ("$changedAt", changedAt.ToUnixTimeMilliseconds()));
                }
            },
            ct);

    public Task<PublishedStory?> TryFindAsync(string storyId, CancellationToken ct) => database.ReadAsync(connection => Find(connection, storyId), ct);

    public Task<IReadOnlyList<PublishedStory>> ListAsync(StoryQuery query, CancellationToken ct)
    {
        var language = query.Language is null ? "" : " AND language = $language";
        var after = query.After is null ? "" : " AND (changed_at, id) < ($afterTime, $afterId)";
        var sql = $"SELECT {Document} FROM stories WHERE listed = 1{language}{after} ORDER BY changed_at DESC, id DESC LIMIT $limit";
        var values = new List<(string, object?)> { ("$limit", query.Limit) };
        if (query.Language is not null)
        {
            values.Add(("$language", query.Language));
        }

        if (query.After is { } key)
        {
            values.Add(("$afterTime", key.ChangedAt.ToUnixTimeMilliseconds()));
            values.Add(("$afterId", key.StoryId));
        }

        return database.ReadAsync<IReadOnlyList<PublishedStory>>(connection => connection.Query(sql, Read, [.. values]), ct);
    }

    private static void Put(SqliteConnection connection, PublishedStory story) => connection.Execute(
        Upsert,
        ("$id", story.StoryId),
        ("$version", story.Version),
        ("$language", story.Language),
        ("$changedAt", story.ChangedAt.ToUnixTimeMilliseconds()),
        ("$listed", !story.Emptied),
        ("$document", JsonSerializer.Serialize(story, JsonDefaults.Options)));

    private static PublishedStory? Find(SqliteConnection connection, string storyId) =>
        connection.QueryFirst($"SELECT {Document} FROM stories WHERE id = $id", Read, ("$id", storyId));

    private static StoryShowing ReadShowing(SqliteDataReader row) => new(
        Read(row), row.GetInt64(2), row.GetText(3) is { } shown ? JsonSerializer.Deserialize<ShownStory>(shown, JsonDefaults.Options) : null, row.GetInt64(4));

    private static PublishedStory Read(SqliteDataReader row) =>
        JsonSerializer.Deserialize<PublishedStory>(row.GetString(0), JsonDefaults.Options)! with { ChangedAt = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(1)) };
}
