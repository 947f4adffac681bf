using AngleSharp.Dom;
using NewsPlatform.Ingestion.AcceptArticle;

namespace NewsPlatform.Ingestion.ReadFeed.Listings;

/// <summary>Tells links to articles of the page's own site from all others.</summary>
internal sealed class ListingSite(Uri page, Uri baseUri)
{
    public Uri Base => baseUri;

    /// <summary>Absolute address without fragment; null for a link that leads to no other page of the site.</summary>
    public string? ArticleAddress(IElement link)
    {
        var address = FeedLink.Resolve(link.GetAttribute("href"), baseUri);
        if (!FeedLink.IsWeb(address) || !Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsSameSite(uri))
        {
            return null;
        }

        var isFrontPage = uri.AbsolutePath.Length <= 1 && uri.Query.Length == 0;
        var isThisPage = uri.AbsolutePath == page.AbsolutePath && uri.Query == page.Query;
        return isFrontPage || isThisPage ? null : uri.GetLeftPart(UriPartial.Query);
    }

    private bool IsSameSite(Uri uri)
    {
        var (own, other) = (Bare(UrlKey.HostOf(page)), Bare(UrlKey.HostOf(uri)));
        return own == other || other.EndsWith("." + own, StringComparison.Ordinal) || own.EndsWith("." + other, StringComparison.Ordinal);
    }

    private static string Bare(string host) => host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
}
