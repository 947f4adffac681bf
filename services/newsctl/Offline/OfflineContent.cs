using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Newsctl.Offline;

/// <summary>Articles as the services pass them on, made without a platform.</summary>
internal static class OfflineContent
{
    // Attribution begins with the article's own source; a file has none that is known.
    private const string UnknownSource = "article";

    public static ArticleContent Of(ExtractedArticle article, DateTimeOffset now) => new()
    {
        Url = article.CanonicalUrl,
        Source = new ArticleSource(UnknownSource, article.SiteName ?? UnknownSource),
        Title = article.Title,
        Subtitle = article.Subtitle,
        Correction = article.Correction,
        Tags = article.Tags,
        IsPaywalled = article.IsPaywalled,
        Description = article.Description,
        Section = article.Section,
        Authors = article.Authors,
        PublishedAt = article.PublishedAt,
        ModifiedAt = article.ModifiedAt,
        FirstSeenAt = now,
        Image = article.Image,
        LanguageHint = article.LanguageHint,
        Body = article.Body,
        Related = article.Related,
        Provenance = article.Provenance,
    };
}
