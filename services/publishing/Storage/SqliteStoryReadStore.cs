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
    private const string Upsert = """
        INSERT INTO stories (id, version, language, changed_at, listed, document) VALUES ($id, $version, $language, $changedAt, $listed, $document)
        ON CONFLICT (id) DO UPDATE SET
            version = excluded.version, language = excluded.language, changed_at = excluded.changed_at, listed = excluded.listed, document = excluded.document
        WHERE excluded.version > stories.version
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

    public Task<PublishedStory?> TryFindAsync(string storyId, CancellationToken ct) => database.ReadAsync(connection => Find(connection, storyId), ct);

    public Task<IReadOnlyList<PublishedStory>> ListAsync(StoryQuery query, CancellationToken ct)
    {
        var language = query.Language is null ? "" : " AND language = $language";
        var after = query.After is null ? "" : " AND (changed_at, id) < ($afterTime, $afterId)";
        var sql = $"SELECT document FROM stories WHERE listed = 1{language}{after} ORDER BY changed_at DESC, id DESC LIMIT $limit";
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
        connection.QueryFirst("SELECT document FROM stories WHERE id = $id", Read, ("$id", storyId));

    private static PublishedStory Read(SqliteDataReader row) => JsonSerializer.Deserialize<PublishedStory>(row.GetString(0), JsonDefaults.Options)!;
}
