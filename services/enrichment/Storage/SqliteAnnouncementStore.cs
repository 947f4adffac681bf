using NewsPlatform.Contracts.Stories;
using NewsPlatform.Hosting.Storage;

namespace NewsPlatform.Enrichment.Storage;

/// <summary>Held versions in the service's SQLite file.</summary>
internal sealed class SqliteAnnouncementStore(SqliteDatabase database) : IAnnouncementStore
{
    public const string Schema = """
        CREATE TABLE held_stories (
            story_id TEXT PRIMARY KEY,
            version INTEGER NOT NULL) WITHOUT ROWID;
        """;

    public Task RecordHeldAsync(IReadOnlyList<HeldStory> stories, CancellationToken ct) =>
        database.WriteAsync(
            connection =>
            {
                foreach (var story in stories)
                {
                    connection.Execute(
                        "INSERT INTO held_stories (story_id, version) VALUES ($id, $version) ON CONFLICT (story_id) DO UPDATE SET version = max(version, excluded.version)",
                        ("$id", story.StoryId),
                        ("$version", story.Version));
                }
            },
            ct);

    public Task<IReadOnlyDictionary<string, long>> ReadHeldAsync(IReadOnlyCollection<string> storyIds, CancellationToken ct) =>
        database.ReadAsync<IReadOnlyDictionary<string, long>>(
            connection =>
            {
                var held = new Dictionary<string, long>(StringComparer.Ordinal);
                foreach (var id in storyIds)
                {
                    if (connection.Scalar("SELECT version FROM held_stories WHERE story_id = $id", ("$id", id)) is long version)
                    {
                        held[id] = version;
                    }
                }

                return held;
            },
            ct);

    public Task ForgetHeldAsync(CancellationToken ct) => database.WriteAsync(connection => connection.Execute("DELETE FROM held_stories"), ct);
}
