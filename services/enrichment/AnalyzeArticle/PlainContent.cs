using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Enrichment.AnalyzeArticle;

/// <summary>A bare text as an article, so that what reads articles reads it too.</summary>
public static class PlainContent
{
    private static readonly ArticleSource NoSource = new("text", "text");

    /// <summary>One block holds the text as it is: offsets in the analysis are offsets in <paramref name="text"/>.</summary>
    public static ArticleContent Of(string? title, string text, DateTimeOffset seenAt) => new()
    {
        Source = NoSource,
        Title = title ?? "",
        FirstSeenAt = seenAt,
        Body = [new ArticleBlock { Type = BlockTypes.Paragraph, Text = text }],
    };
}
