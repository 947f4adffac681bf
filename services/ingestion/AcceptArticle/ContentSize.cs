using System.Text;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>How large a content is, without writing it as JSON.</summary>
internal static class ContentSize
{
    // Names, numbers, dates and addresses of a block, link or the article itself.
    private const int BytesPerPart = 120;

    /// <summary>Bytes as JSON, a few per cent up or down.</summary>
    public static int Of(ExtractedArticle article) =>
        (BytesPerPart * (article.Body.Count + article.Related.Count + 5))
        + Encoding.UTF8.GetByteCount(article.Title)
        + Encoding.UTF8.GetByteCount(article.Description ?? string.Empty)
        + article.Body.Sum(block => Encoding.UTF8.GetByteCount(block.Text))
        + article.Related.Sum(link => Encoding.UTF8.GetByteCount(link.Headline) + Encoding.UTF8.GetByteCount(link.Teaser ?? string.Empty));
}
