using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.Storage;

/// <summary>Changes articles' rows by reading, deciding and writing until nobody else came between.</summary>
internal sealed class ArticleUpdates(IArticleStore articles)
{
    /// <summary>
    /// Applies <paramref name="decide"/> to each known article; null leaves the row as it is. Returns the rows that were written.
    /// The decision is asked again with the newer row when another writer was first.
    /// </summary>
    public Task<IReadOnlyList<Article>> ApplyAsync(IReadOnlyCollection<string> ids, Func<Article, ArticleWrite?> decide, CancellationToken ct) =>
        ApplyAsync(ids, decide, _ => Task.CompletedTask, ct);

    /// <summary>The same, with something to be done to the rows as they were read before they are written.</summary>
    public async Task<IReadOnlyList<Article>> ApplyAsync(
        IReadOnlyCollection<string> ids, Func<Article, ArticleWrite?> decide, Func<IReadOnlyCollection<Article>, Task> beforeWriting, CancellationToken ct)
    {
        var written = new List<Article>(ids.Count);
        IReadOnlyCollection<string> open = [.. ids.Distinct(StringComparer.Ordinal)];
        while (open.Count > 0)
        {
            var rows = await articles.FindAsync(open, ct);
            await beforeWriting([.. rows.Values]);
            var writes = rows.Values.Select(decide).OfType<ArticleWrite>().ToList();
            var done = writes.Count > 0 ? await articles.SaveAsync(writes, ct) : [];
            written.AddRange(writes.Where((_, i) => done[i]).Select(write => write.Article));
            open = [.. writes.Where((_, i) => !done[i]).Select(write => write.Article.Id)];
        }

        return written;
    }
}
