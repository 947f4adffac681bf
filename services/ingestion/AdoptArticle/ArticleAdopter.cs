using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.HealRestore;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.AdoptArticle;

/// <summary>Stores what publishing told; again when somebody else wrote the article meanwhile.</summary>
internal sealed class ArticleAdopter(IKeyStore keys, IArticleStore articles, IDeadLetterStore letters, RestoreMemory memory, TimeProvider time)
{
    /// <summary>The row written; null when it needed nothing.</summary>
    public async Task<Article?> AdoptAsync(ArticleTold told, CancellationToken ct)
    {
        var id = told.Held.ArticleId;
        var lives = await memory.ReadAsync(ct);

        // The key first, as the intake does: a kill between the two leaves a key whose article the next telling makes.
        if (Uri.TryCreate(told.Content?.Url, UriKind.Absolute, out var url) && ArticleKeys.OfAddress(url) is { } own && ArticleKeys.FoldOf(url) is { } shared)
        {
            await keys.TakeAsync([new KeyTaking(id, [own]), new KeyTaking(id, [shared])], ct);
        }

        while (true)
        {
            var row = (await articles.FindAsync([id], ct)).GetValueOrDefault(id);
            if (ArticleAdoption.Decide(row, told, lives.RestoredAt, time.GetUtcNow()) is not { } write)
            {
                return null;
            }

            if (row is { HasDeadLetters: true } && !write.Article.HasDeadLetters)
            {
                await letters.RemoveOfArticlesAsync(new Dictionary<string, long>(StringComparer.Ordinal) { [id] = told.Held.Revision }, ct);
            }

            if ((await articles.SaveAsync([write], ct))[0])
            {
                return write.Article;
            }
        }
    }
}
