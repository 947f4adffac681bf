using System.Globalization;
using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RenderSite;

namespace NewsPlatform.Publishing.SpeakNewsApi;

/// <summary>An article as the contract shows it: these eight members, in this order, null where there is nothing.</summary>
/// <param name="Source">Who published it.</param>
/// <param name="Author">All names in one line.</param>
/// <param name="Title">Its headline.</param>
/// <param name="Description">The publisher's teaser, else its second headline.</param>
/// <param name="Url">Its address at the publisher's; that of its page here when it was pushed without one.</param>
/// <param name="UrlToImage">The lead picture.</param>
/// <param name="PublishedAt">UTC to the second; when the publisher tells no time, that of its arrival.</param>
/// <param name="Content">Plain text, see <see cref="NewsApiContent"/>.</param>
internal sealed record NewsApiArticle(NewsApiArticleSource Source, string? Author, string Title, string? Description, string Url, string? UrlToImage, string PublishedAt, string? Content)
{
    public static NewsApiArticle Of(PublishedArticle article, SiteAddress site, bool isFull)
    {
        var content = article.Content;
        var text = content.Text();
        return new NewsApiArticle(
            new NewsApiArticleSource(content.Source.Id, content.Source.Name),
            content.Authors.Count == 0 ? null : string.Join(", ", content.Authors),
            content.Title,
            content.Description ?? content.Subtitle,
            content.Url ?? site.Of(Links.Article(article.ArticleId)),
            content.Image,
            Instants.Utc(content.PublishedAt ?? content.FirstSeenAt),
            isFull ? (text.Length == 0 ? null : text) : NewsApiContent.Of(text));
    }
}

/// <summary>The publisher.</summary>
internal sealed record NewsApiArticleSource(string? Id, string Name);

/// <summary>A page of results.</summary>
/// <param name="Status"><c>ok</c>.</param>
/// <param name="TotalResults">How many match; counting ends at 100,000.</param>
/// <param name="Articles">Those asked for.</param>
internal sealed record NewsApiArticles(string Status, int TotalResults, IReadOnlyList<NewsApiArticle> Articles);
