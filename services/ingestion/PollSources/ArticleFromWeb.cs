using System.Net;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.DecodeText;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>Reads articles out of what sources gave and hands them to the intake.</summary>
internal sealed class ArticleFromWeb(IArticleIntake intake, IngestionMetrics metrics)
{
    /// <exception cref="UnreadableArticleException">The page holds no article.</exception>
    public Task<AcceptedArticle> AcceptPageAsync(Source source, Fetched page, PageHints hints, CancellationToken ct)
    {
        var article = Extract(source, page);
        return intake.AcceptAsync(Reading(source, article, hints, ReadingOrigin.Page) with { FetchedUrl = page.FinalUri }, ct);
    }

    /// <summary>Takes the text that the feed carried, for a page that could not be read.</summary>
    /// <exception cref="UnreadableArticleException">The text is too short for an article.</exception>
    public Task<AcceptedArticle> AcceptFeedTextAsync(Source source, Uri url, PageHints hints, CancellationToken ct)
    {
        var article = FromFeed(hints.Title, hints.FeedHtml, url);
        return intake.AcceptAsync(Reading(source, article, hints, ReadingOrigin.Feed) with { FetchedUrl = url }, ct);
    }

    /// <summary>Takes an item that has no page of its own.</summary>
    /// <exception cref="UnreadableArticleException">The text is too short for an article.</exception>
    public Task<AcceptedArticle> AcceptFeedItemAsync(Source source, FeedItem item, PageHints hints, CancellationToken ct)
    {
        var article = FromFeed(item.Title, item.ContentHtml, source.Url) with { Description = item.Summary, Authors = item.Authors, Image = item.Image };
        var reading = Reading(source, article, hints, ReadingOrigin.Feed) with { PublisherId = item.Id, IdScope = UrlKey.HostOf(source.Url) };
        return intake.AcceptAsync(reading, ct);
    }

    private ExtractedArticle Extract(Source source, Fetched page)
    {
        using var run = metrics.Step("extract").Of("SourceId", source.Id);
        var article = ArticleExtractor.Extract(TextDecoder.Html(page.Body, page.ContentType).Text, page.FinalUri);
        run.EndUncounted("done");
        return article;
    }

    private static ExtractedArticle FromFeed(string? title, string? html, Uri baseUri)
    {
        var page = $"<html><head><title>{WebUtility.HtmlEncode(title)}</title></head><body><article>{html}</article></body></html>";
        return ArticleExtractor.Extract(page, baseUri) with { CanonicalUrl = null };
    }

    private static ArticleReading Reading(Source source, ExtractedArticle article, PageHints hints, ReadingOrigin origin) => new()
    {
        Origin = origin,
        Source = new ArticleSource(source.Id, source.Name),
        Article = article,
        FeedId = hints.FeedId,
        LanguageHint = hints.Language,
        SectionHint = hints.Section,
        PublishedAtHint = hints.PublishedAt,
    };
}
