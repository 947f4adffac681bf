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
        "id, revision, standing, story_id, story_version, analyzed_at, assigned_at, stored_at, release_at, withdrawn_at, reason, pending_revision, about, left_story_id, decision_version, pending_decision";

    private const string StateOf = $"SELECT {StateColumns} FROM articles WHERE id = $id";
    private const string HeadOf = "SELECT a.story_id, a.story_version, c.head, NULL FROM articles a JOIN article_contents c ON c.key = a.key WHERE a.id = $id AND a.standing = 1";
    private const string PendingOf = "SELECT a.story_id, a.story_version, c.head, c.body FROM articles a JOIN pending_contents c ON c.key = a.key WHERE a.id = $id";
    private const string WholeOf = "SELECT a.story_id, a.story_version, c.head, c.body FROM articles a JOIN article_contents c ON c.key = a.key WHERE a.id = $id AND a.standing = 1";

    public static ArticleState? FindState(SqliteConnection connection, string articleId) =>
        connection.QueryFirst(StateOf, ReadState, ("$id", articleId));

    /// <summary>The visible article; null when there is none (any more).</summary>
    public static PublishedArticle? FindArticle(SqliteConnection connection, string articleId, bool withBody)
    {
        var article = connection.QueryFirst(withBody ? WholeOf : HeadOf, ReadArticle, ("$id", articleId));
        return article?.DuplicateOf is { } repeated && !IsVisible(connection, repeated) ? article.WithoutRepeated() : article;
    }

    /// <summary>The article that waits for the end of its embargo; null when none does.</summary>
    public static PublishedArticle? FindPending(SqliteConnection connection, string articleId) => connection.QueryFirst(PendingOf, ReadArticle, ("$id", articleId));

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
        PendingRevision = row.IsDBNull(11) ? null : row.GetInt64(11),
        About = row.GetText(12),
        LeftStoryId = row.GetText(13),
        DecisionVersion = row.GetInt64(14),
        PendingDecisionVersion = row.GetInt64(15),
    };

    public static string Head(PublishedArticle article) =>
        JsonSerializer.Serialize(article with { Content = article.Content with { Body = [] } }, JsonDefaults.Options);

    public static string Body(PublishedArticle article) => JsonSerializer.Serialize(article.Content.Body, JsonDefaults.Options);

    private static bool IsVisible(SqliteConnection connection, string articleId) =>
        connection.Scalar("SELECT 1 FROM articles WHERE id = $id AND standing = 1", ("$id", articleId)) is not null;

    private static PublishedArticle ReadArticle(SqliteDataReader row)
    {
        var head = JsonSerializer.Deserialize<PublishedArticle>(row.GetString(2), JsonDefaults.Options)!;
        var body = row.GetText(3) is { } json ? JsonSerializer.Deserialize<IReadOnlyList<ArticleBlock>>(json, JsonDefaults.Options)! : [];
        return (head with { Content = head.Content with { Body = body } }).In(row.GetText(0), row.GetInt64(1));
    }

    private static DateTimeOffset? Time(SqliteDataReader row, int column) =>
        row.IsDBNull(column) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(column));
}
