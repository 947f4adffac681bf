using Microsoft.Extensions.Options;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.Storage;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>
/// Spares a site the fetch of a page that another list brought first: its article, read since this list named it or not long before, is only noted to be in this
/// list too. What this list says has changed is fetched all the same, unless it was read after that.
/// </summary>
internal sealed class PagesReadAlready(IKeyStore keys, IArticleStore articles, IPendingPageStore pages, IOptions<PollingOptions> options, TimeProvider time)
{
    /// <summary>True when the page is settled without a fetch, and gone.</summary>
    public async Task<bool> TrySettleAsync(PendingPage page, Source source, CancellationToken ct)
    {
        if (UrlKey.Of(page.Url) is not { } key || ArticleKeys.OfAddress(page.Url) is not { } own || (await keys.FindAsync([own], ct)).Values.FirstOrDefault() is not { } id)
            return false;

        var isRead = false;
        await new ArticleUpdates(articles).ApplyAsync(
            [id],
            row =>
            {
                isRead = IsOf(row, key) && IsRead(row, page);
                var sighted = row.Sighted(new ArticleSource(source.Id, source.Name), page.Url, time.GetUtcNow());
                return isRead && sighted != row ? new ArticleWrite(sighted) : null;
            },
            ct);
        return isRead && await pages.TryRemoveAsync(page.Id, page.Version, ct);
    }

    // Not an article whose page only claims this address for itself: the address may be another article's all the same.
    private static bool IsOf(Article row, string key) =>
        row.SeenIn.Any(sighting => Uri.TryCreate(sighting.Url, UriKind.Absolute, out var address) && UrlKey.Of(address) == key);

    // Of two lists with one page the second to come finds it read by the first.
    private bool IsRead(Article row, PendingPage page)
    {
        if (row.IsWithdrawal || row.Origin != ReadingOrigin.Page)
            return false;

        var readAt = row.ReadAt ?? row.AcceptedAt;
        if (page.Hints.UpdatedAt > readAt)
            return false;

        var isFirstOfThisList = page.IsNewInList && row.SeenIn.All(sighting => sighting.SourceId != page.SourceId);
        return isFirstOfThisList ? readAt >= page.FoundAt - TimeSpan.FromMinutes(options.Value.SharedPageMinutes) : readAt > page.FoundAt;
    }
}
