using Microsoft.Data.Sqlite;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Publishing.PublishArticle;

namespace NewsPlatform.Publishing.Storage;

/// <summary>Writes what hangs on an article's row: its content, its labels and its terms.</summary>
internal static class SqliteArticleContents
{
    public static void Insert(SqliteConnection connection, long key, ContentChange change)
    {
        var article = change.Article;
        connection.Execute(
            "INSERT INTO article_contents (key, head, body) VALUES ($key, $head, $body)",
            ("$key", key),
            ("$head", SqliteArticleRows.Head(article)),
            ("$body", SqliteArticleRows.Body(article)));
        connection.Execute(
            "INSERT INTO article_terms (rowid, title, text) VALUES ($key, $title, $text)",
            ("$key", key),
            ("$title", SqliteSearchText.Column(change.Terms.Title)),
            ("$text", SqliteSearchText.Column(change.Terms.Text)));
        foreach (var label in ArticleLabels.Of(article))
        {
            connection.Execute(
                "INSERT INTO article_labels (label, time, id, key, name, type) VALUES ($label, $time, $id, $key, $name, $type)",
                ("$label", label.Key),
                ("$time", article.Time.ToUnixTimeMilliseconds()),
                ("$id", article.ArticleId),
                ("$key", key),
                ("$name", label.Name),
                ("$type", label.Type));
        }
    }

    public static void Delete(SqliteConnection connection, long key)
    {
        connection.Execute("DELETE FROM article_contents WHERE key = $key", ("$key", key));
        connection.Execute("DELETE FROM article_terms WHERE rowid = $key", ("$key", key));
        connection.Execute("DELETE FROM article_labels WHERE key = $key", ("$key", key));
    }
}
