using System.Text.Json;
using Microsoft.Data.Sqlite;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.Storage;

/// <summary>Reads rows of <c>articles</c> and <c>article_contents</c>.</summary>
internal static class SqliteArticleRows
{
    public const string StateColumns =
        "id, revision, standing, story_id, story_version, analyzed_at, assigned_at, stored_at, release_at, withdrawn_at, reason";

    private const string StateOf = $"SELECT {StateColumns} FROM articles WHERE id = $id";
    private const string HeadOf = "SELECT a.story_id, a.story_version, c.head, NULL FROM articles a JOIN article_contents c ON c.key = a.key WHERE a.id = $id AND a.standing = 1";
    private const string HeldOf = "SELECT a.story_id, a.story_version, c.head, c.body FROM articles a JOIN article_contents c ON c.key = a.key WHERE a.id = $id";
    private const string WholeOf = "SELECT a.story_id, a.story_version, c.head, c.body FROM articles a JOIN article_contents c ON c.key = a.key WHERE a.id = $id AND a.standing = 1";

    public static ArticleState? FindState(SqliteConnection connection, string articleId) =>
        connection.QueryFirst(StateOf, ReadState, ("$id", articleId));

    /// <summary>The visible article; null when there is none (any more).</summary>
    public static PublishedArticle? FindArticle(SqliteConnection connection, string articleId, bool withBody) =>
        connection.QueryFirst(withBody ? WholeOf : HeadOf, ReadArticle, ("$id", articleId));

    /// <summary>The article whether readers may see it or not; null when no content is held.</summary>
    public static PublishedArticle? FindHeld(SqliteConnection connection, string articleId) => connection.QueryFirst(HeldOf, ReadArticle, ("$id", articleId));

    public static ArticleState ReadState(SqliteDataReader row) => new()
    {
        ArticleId = row.GetString(0),
        Revision = row.GetInt64(1),
        Standing = (Standing)row.GetInt32(2),
        StoryId = row.GetText(3),
        StoryVersion = row.GetInt64(4),
        AnalyzedAt = Time(row, 5),
        AssignedAt = Time(row, 6),
        StoredAt = Time(row, 7)!.Value,
        ReleaseAt = Time(row, 8),
        WithdrawnAt = Time(row, 9),
        WithdrawalReason = row.GetText(10),
    };

    public static string Head(PublishedArticle article) =>
        JsonSerializer.Serialize(article with { Content = article.Content with { Body = [] } }, JsonDefaults.Options);

    public static string Body(PublishedArticle article) => JsonSerializer.Serialize(article.Content.Body, JsonDefaults.Options);

    private static PublishedArticle ReadArticle(SqliteDataReader row)
    {
        var head = JsonSerializer.Deserialize<PublishedArticle>(row.GetString(2), JsonDefaults.Options)!;
        var body = row.GetText(3) is { } json ? JsonSerializer.Deserialize<IReadOnlyList<ArticleBlock>>(json, JsonDefaults.Options)! : [];
        return head with { StoryId = row.GetText(0), StoryVersion = row.GetInt64(1), Content = head.Content with { Body = body } };
    }

    private static DateTimeOffset? Time(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
