using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.Tests.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.AcceptArticle;

/// <summary>Takes readings in, on a database file of its own.</summary>
internal sealed class Intake : IDisposable
{
    /// <summary>Of an article that <see cref="AnArticle.Reading"/> does not make.</summary>
    public const string OtherWords = "Skaters took over frozen Lake Orm at dawn while bakers handed out warm buns beside the bandstand until every tray was empty.";

    private readonly SqliteFile _file = new();

    public Intake()
    {
        Keys = new SqliteKeyStore(_file.Database);
        Articles = new SqliteArticleStore(_file.Database);
    }

    public IKeyStore Keys { get; }

    public IArticleStore Articles { get; }

    /// <summary>A commit on the one store; several race.</summary>
    public ReadingCommit Commit(TimeProvider? time = null) => new(Keys, Articles, time ?? new ManualClock());

    public async Task<AcceptedArticle> AcceptAsync(ArticleReading reading) => (await Commit().CommitAsync([reading], default))[0];

    public void Dispose() => _file.Dispose();
}
