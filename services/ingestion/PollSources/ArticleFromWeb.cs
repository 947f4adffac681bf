using System.Net;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ArchivePages;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.ExtractArticle.Rules;
using NewsPlatform.Ingestion.FetchSource;
using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.Ingestion.PollSources;

/// <summary>Reads articles out of what sources gave and hands them to the intake.</summary>
internal sealed class ArticleFromWeb(IArticleIntake intake, PageArchive archive, PublisherRuleFolder rules, IngestionMetrics metrics, TimeProvider time)
{
    /// <param name="source">Who named the page.</param>
    /// <param name="page">As it came.</param>
    /// <param name="hints">What the list said of it.</param>
    /// <param name="askedAt">When it was asked for: what was changed after that need not be in it.</param>
    /// <param name="ct">Ends the storing.</param>
    /// <exception cref="UnreadableArticleException">The page holds no article.</exception>
    public async Task<AcceptedArticle> AcceptPageAsync(Source source, Fetched page, PageHints hints, DateTimeOffset askedAt, CancellationToken ct)
    {
        var fetchedAt = time.GetUtcNow();
        var note = new ArchivedNote(source.Id, source.Name, hints.Language, hints.Section, hints.PublishedAt, hints.FeedId, hints.Extras, SourceZone.Of(source)?.Id);

        // Also a page that no article is found in: tomorrow's rules may find one.
        await archive.KeepAsync(new ArchivedPage { Url = page.FinalUri, FetchedAt = fetchedAt, ContentType = page.ContentType, Body = page.Body, Note = note }, ct);
        var article = Extract(note, page.Body, page.ContentType, page.FinalUri, fetchedAt);
        return await intake.AcceptAsync(Reading(source, article, hints, ReadingOrigin.Page) with { FetchedUrl = page.FinalUri, ReadAt = askedAt }, ct);
    }

    /// <summary>Reads a page that was kept with today's rules.</summary>
    /// <exception cref="UnreadableArticleException">The page holds no article.</exception>
    public Task<AcceptedArticle> AcceptArchivedAsync(ArchivedPage page, CancellationToken ct)
    {
        var note = page.Note;
        return intake.AcceptAsync(
            new ArticleReading
            {
                Origin = ReadingOrigin.Page,
                Source = new ArticleSource(note.SourceId, note.SourceName),
                Article = Extract(note, page.Body, page.ContentType, page.Url, page.FetchedAt),
                FetchedUrl = page.Url,
                FeedId = note.FeedId,
                LanguageHint = note.Language,
                SectionHint = note.Section,
                PublishedAtHint = note.PublishedAt,
                Extras = note.Extras,
                ReadAt = page.FetchedAt,
                IsFromArchive = true,
            },
            ct);
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

    private ExtractedArticle Extract(ArchivedNote note, byte[] body, string? contentType, Uri address, DateTimeOffset fetchedAt)
    {
        using var run = metrics.Step("extract").Of("SourceId", note.SourceId);
        var article = ArticleExtractor.Extract(body, contentType, address, new PageReading(fetchedAt, rules.Current, SourceZone.Find(note.TimeZone)));
        if (article.MissedRule is { } missed)
            metrics.RuleMissed(missed);
        run.EndUncounted("done");
        return article;
    }

    private static ExtractedArticle FromFeed(string? title, string? html, Uri baseUri)
    {
        var page = $"<html><head><title>{WebUtility.HtmlEncode(title)}</title></head><body><article>{html}</article></body></html>";
        return ArticleExtractor.Extract(page, baseUri, new PageReading(Rules: PublisherRules.None)) with { CanonicalUrl = null };
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
        Extras = hints.Extras,
    };
}
