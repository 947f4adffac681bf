using Microsoft.Data.Sqlite;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.Storage;

/// <summary>Writes the content that hangs on an article's row.</summary>
internal static class SqliteArticleContents
{
    public static void Insert(SqliteConnection connection, long key, PublishedArticle article) => connection.Execute(
        "INSERT INTO article_contents (key, head, body) VALUES ($key, $head, $body)",
        ("$key", key),
        ("$head", SqliteArticleRows.Head(article)),
        ("$body", SqliteArticleRows.Body(article)));

    public static void Delete(SqliteConnection connection, long key) => connection.Execute("DELETE FROM article_contents WHERE key = $key", ("$key", key));

    /// <summary>Keeps a content under embargo apart from everything that readers are answered from; null when none waits any more.</summary>
    public static void Await(SqliteConnection connection, long key, PublishedArticle? article)
    {
        connection.Execute("DELETE FROM pending_contents WHERE key = $key", ("$key", key));
        if (article is not null)
        {
            connection.Execute(
                "INSERT INTO pending_contents (key, head, body) VALUES ($key, $head, $body)",
                ("$key", key),
                ("$head", SqliteArticleRows.Head(article)),
                ("$body", SqliteArticleRows.Body(article)));
        }
    }
}
