using System.Text;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>How large a content is, without writing it as JSON.</summary>
internal static class ContentSize
{
    // Names, numbers, dates and addresses of a block, link or the article itself.
    private const int BytesPerPart = 120;

    /// <summary>Bytes as JSON, a few per cent up or down.</summary>
    public static int Of(ExtractedArticle article) => Of(article.Title, article.Subtitle, article.Correction, article.Description, article.Tags, article.Body, article.Related);

    /// <summary>The same of a content as it is stored and sent.</summary>
    public static int Of(ArticleContent content) => Of(content.Title, content.Subtitle, content.Correction, content.Description, content.Tags, content.Body, content.Related);

    private static int Of(string title, string? subtitle, string? correction, string? description, IReadOnlyList<string> tags, IReadOnlyList<ArticleBlock> body, IReadOnlyList<RelatedLink> related) =>
        (BytesPerPart * (body.Count + related.Count + 8))
        + Encoding.UTF8.GetByteCount(title)
        + Encoding.UTF8.GetByteCount(subtitle ?? string.Empty)
        + Encoding.UTF8.GetByteCount(correction ?? string.Empty)
        + tags.Sum(Encoding.UTF8.GetByteCount)
        + Encoding.UTF8.GetByteCount(description ?? string.Empty)
        + body.Sum(block => Encoding.UTF8.GetByteCount(block.Text))
        + related.Sum(link => Encoding.UTF8.GetByteCount(link.Headline) + Encoding.UTF8.GetByteCount(link.Teaser ?? string.Empty));
}
