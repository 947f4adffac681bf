using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.DiscoverSource;

/// <summary>What a source would give, before it is added.</summary>
/// <param name="Kind">What it would be added as.</param>
/// <param name="Url">The address that it would be added with.</param>
/// <param name="FoundBy">How that was found.</param>
/// <param name="Title">As the list calls itself.</param>
/// <param name="Language">As declared.</param>
/// <param name="ItemCount">Items of the list; 1 for a single page.</param>
/// <param name="Items">The first of them.</param>
/// <param name="Page">What the extraction made of the first item's page; null when no item has one.</param>
/// <param name="Others">What else was found.</param>
internal sealed record SourcePreview(
    SourceKind Kind,
    string Url,
    string FoundBy,
    string? Title,
    string? Language,
    int ItemCount,
    IReadOnlyList<PreviewItem> Items,
    PreviewPage? Page,
    IReadOnlyList<PreviewOther> Others)
{
    public const int MostItems = 10;

    public static SourcePreview Of(Discovery discovery, PreviewPage? page)
    {
        var best = discovery.Found[0];
        return new SourcePreview(
            best.Kind,
            best.Url.OriginalString,
            best.FoundBy,
            best.List?.Title,
            best.List?.Language,
            best.List?.Items.Count ?? 1,
            [.. (best.List?.Items ?? []).Take(MostItems).Select(PreviewItem.Of)],
            page,
            [.. discovery.Found.Skip(1).Select(other => new PreviewOther(other.Kind, other.Url.OriginalString, other.FoundBy, other.List?.Title, other.List?.Items.Count ?? 1))]);
    }
}

/// <summary>An item of the list.</summary>
internal sealed record PreviewItem(string Title, string? Link, DateTimeOffset? PublishedAt, string? Section, string? Summary, bool HasFullText)
{
    // A feed's text of this length is an article rather than a teaser.
    private const int FullText = 800;

    public static PreviewItem Of(FeedItem item) =>
        new(item.Title, item.Link, item.PublishedAt, item.Categories is [var first, ..] ? first : null, item.Summary, item.ContentHtml?.Length >= FullText);
}

/// <summary>Something else that could be added.</summary>
internal sealed record PreviewOther(SourceKind Kind, string Url, string FoundBy, string? Title, int ItemCount);

/// <summary>One page as the extraction reads it.</summary>
/// <param name="Url">Its address after redirects.</param>
/// <param name="Problem">Why it gave no article, one sentence; all else is then null.</param>
/// <param name="Rule">The way to the body that won.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Provenance">The same with the publisher rule, the origin of each field and of the published time, as articles carry it.</param>
internal sealed record PreviewPage(
    string Url,
    string? Problem,
    string? Title = null,
    string? Description = null,
    IReadOnlyList<string>? Authors = null,
    DateTimeOffset? PublishedAt = null,
    string? Section = null,
    string? Image = null,
    string? Text = null,
    string? Rule = null,
    double? Confidence = null,
    string? Subtitle = null,
    IReadOnlyList<string>? Tags = null,
    bool? IsPaywalled = null,
    ArticleProvenance? Provenance = null)
{
    private const int LongestText = 4_000;

    public static PreviewPage Of(FetchResult result, Uri address, PageReading reading)
    {
        if (result is not Fetched page)
            return new PreviewPage(address.OriginalString, (result as FetchFailed)?.Sentence ?? "The site gave no body for a plain request.");

        try
        {
            var article = ArticleExtractor.Extract(page.Body, page.ContentType, page.FinalUri, reading);
            var text = string.Join("\n\n", article.Body.Select(block => block.Text).Where(text => text.Length > 0));
            return new PreviewPage(
                page.FinalUri.OriginalString, null, article.Title, article.Description, article.Authors, article.PublishedAt, article.Section, article.Image,
                text.Length <= LongestText ? text : text[..LongestText] + "…", article.Method, article.Confidence,
                article.Subtitle, article.Tags, article.IsPaywalled, article.Provenance);
        }
        catch (UnreadableArticleException unreadable)
        {
            return new PreviewPage(page.FinalUri.OriginalString, unreadable.Message);
        }
    }
}
