using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle;

namespace NewsPlatform.Enrichment.Tests.AnalyzeArticle;

/// <summary>Analyses invented articles and reads their answers the way a client does: by code points of the text.</summary>
internal static class Analyzed
{
    public static readonly ArticleSource Source = new("vechernyaya-gavan", "Вечерняя гавань");

    private static readonly ArticleAnalyzer Analyzer = new();

    public static ArticleAnalysis Text(params string[] paragraphs) => Analyzer.Analyze(Article("", paragraphs));

    public static ArticleAnalysis Titled(string title, params string[] paragraphs) => Analyzer.Analyze(Article(title, paragraphs));

    public static ArticleAnalysis Content(ArticleContent content) => Analyzer.Analyze(content);

    public static ArticleContent Article(string title, params string[] paragraphs) => new()
    {
        Source = Source,
        Title = title,
        FirstSeenAt = DateTimeOffset.UnixEpoch,
        Body = [.. paragraphs.Select(text => new ArticleBlock { Type = BlockTypes.Paragraph, Text = text })],
    };

    public static Entity Entity(this ArticleAnalysis analysis, string name) =>
        Assert.Single(analysis.Entities, entity => entity.Name == name);

    public static Quotation Quote(this ArticleAnalysis analysis, string text) =>
        Assert.Single(analysis.Quotes, quotation => quotation.Text == text);
}
