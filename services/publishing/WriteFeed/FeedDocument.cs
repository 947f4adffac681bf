using NewsPlatform.Contracts.Articles;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.WriteFeed;

/// <summary>A feed of a query's articles before it takes one of the three forms; every address is absolute.</summary>
internal sealed record FeedDocument
{
    public required string Title { get; init; }
    public required string Description { get; init; }

    /// <summary>The feed's own address: also its identity.</summary>
    public required string SelfUrl { get; init; }

    /// <summary>The page for people.</summary>
    public required string SiteUrl { get; init; }

    /// <summary>When the newest of the articles came in; null without articles.</summary>
    public required DateTimeOffset? Updated { get; init; }

    public required string? Language { get; init; }

    /// <summary>The feed's next, older page (RFC 5005); null on the last one.</summary>
    public required string? NextUrl { get; init; }

    /// <summary>The WebSub hub that tells of its news; null when there is none.</summary>
    public string? HubUrl { get; init; }

    public required IReadOnlyList<FeedEntry> Entries { get; init; }

    /// <param name="query">What it is of.</param>
    /// <param name="page">This page of it.</param>
    /// <param name="story">Title of the story that the query names; null when it names none.</param>
    /// <param name="siteName">Whose feed it is.</param>
    /// <param name="address">As it was asked for.</param>
    public static FeedDocument Of(ArticleQuery query, Page<PublishedArticle> page, string? story, string siteName, SiteAddress address)
    {
        var articles = page.Items;
        string?[] conditions = [story, query.Words, query.Section, NameOf(query.Entity, articles), NameOf(query.Speaker, articles), query.SourceId, query.Domain, query.Category, query.Language];
        var about = string.Join(", ", conditions.Where(condition => condition is not null));
        return new FeedDocument
        {
            Title = about.Length == 0 ? siteName : $"{siteName}: {about}",
            Description = about.Length == 0 ? $"The newest articles of {siteName}." : $"The newest articles of {siteName} for: {about}.",
            SelfUrl = address.Self,
            SiteUrl = address.Of("/"),
            Updated = articles.Count == 0 ? null : articles.Max(article => article.StoredAt),
            Language = query.OnlyLanguage,
            NextUrl = page.Next is { } next ? address.SelfWith("cursor", next) : null,
            Entries = [.. articles.Select(article => FeedEntry.Of(article, address))],
        };
    }

    // People do not know whom an id stands for; the articles do.
    private static string? NameOf(string? asked, IReadOnlyList<PublishedArticle> articles) => articles
        .SelectMany(article => article.Analysis.Entities)
        .Where(entity => entity.Id is not null && entity.Id.Equals(asked, StringComparison.OrdinalIgnoreCase))
        .CountBy(entity => entity.Name, StringComparer.Ordinal)
        .OrderByDescending(name => name.Value).ThenBy(name => name.Key, StringComparer.Ordinal)
        .Select(name => name.Key).FirstOrDefault() ?? asked;
}

/// <summary>One article in a feed.</summary>
internal sealed record FeedEntry
{
    public required string Id { get; init; }
    public required string Title { get; init; }

    /// <summary>The article's page on this site.</summary>
    public required string Url { get; init; }

    /// <summary>The publisher's page; null when there is none.</summary>
    public required string? OriginalUrl { get; init; }

    public required string? Summary { get; init; }
    public required string ContentHtml { get; init; }
    public required IReadOnlyList<string> Authors { get; init; }
    public required string Source { get; init; }

    /// <summary>Null when unknown.</summary>
    public required string? Language { get; init; }

    public required DateTimeOffset Published { get; init; }
    public required DateTimeOffset Updated { get; init; }
    public required IReadOnlyList<string> Categories { get; init; }
    public required string? Image { get; init; }

    /// <summary>Its sound or film, of which at least address and type are known.</summary>
    public required ArticleRecording? Recording { get; init; }

    public static FeedEntry Of(PublishedArticle article, SiteAddress address)
    {
        var content = article.Content;
        string?[] sections = [content.Section, article.Analysis.Section];
        return new FeedEntry
        {
            Id = $"urn:newsplatform:article:{article.ArticleId}",
            Title = XmlText.Clean(content.Title),
            Url = address.Of(Links.Article(article.ArticleId)),
            OriginalUrl = Links.Outside(content.Url),
            Summary = content.Description ?? (article.Analysis.Summary.Count > 0 ? string.Join(' ', article.Analysis.Summary) : null),
            ContentHtml = Html.Join([CorrectionNote.Of(article), BlockMarkup.Of(content.Body)]).ToString(),
            Authors = content.Authors,
            Source = content.Source.Name,
            Language = article.Analysis.Language == "und" ? null : article.Analysis.Language,
            Published = article.Time,
            Updated = article.StoredAt > article.Time ? article.StoredAt : article.Time,
            Categories = [.. sections.Concat(content.Tags).Concat(article.Analysis.Keywords).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase)],
            Image = Links.Outside(content.Image),
            Recording = content.Recording is { Type: not null } recording && Links.Outside(recording.Url) is not null ? recording : null,
        };
    }
}
