using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

/// <summary>Makes the edges of "who cites whom" out of an article's citations.</summary>
internal static class AttributionChain
{
    /// <summary>One edge per hop, each once; hops of a source to itself are left out.</summary>
    public static IReadOnlyList<AttributionEdge> From(string sourceName, ArticleText article, IReadOnlyList<Citation> citations) =>
        [.. citations
            .Select(citation => new AttributionEdge(citation.From ?? sourceName, citation.To, article.Sentences[citation.Sentence].In(article.Text)))
            .Where(edge => !string.Equals(edge.From, edge.To, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(edge => (edge.From.ToUpperInvariant(), edge.To.ToUpperInvariant()))];
}
