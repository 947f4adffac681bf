using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

/// <summary>Makes the edges of "who cites whom" out of an article's citations.</summary>
internal static class AttributionChain
{
    /// <summary>One edge per hop, each once; hops of a source to itself are left out.</summary>
    public static IReadOnlyList<AttributionEdge> From(string sourceName, ArticleText article, IReadOnlyList<Citation> citations, CodePointMap offsets) =>
        [.. citations
            .Where(citation => !string.Equals(citation.From?.Name ?? sourceName, citation.To.Name, StringComparison.OrdinalIgnoreCase))
            .DistinctBy(citation => ((citation.From?.Name ?? sourceName).ToUpperInvariant(), citation.To.Name.ToUpperInvariant()))
            .Select(citation => ToEdge(sourceName, article, citation, offsets))];

    private static AttributionEdge ToEdge(string sourceName, ArticleText article, Citation citation, CodePointMap offsets)
    {
        var sentence = article.Sentences[citation.Sentence];
        return new AttributionEdge(citation.From?.Name ?? sourceName, citation.To.Name, sentence.In(article.Text))
        {
            FromKind = citation.From?.Kind ?? SourceKinds.Medium,
            ToKind = citation.To.Kind,
            FromId = citation.From?.Entity?.Id,
            ToId = citation.To.Entity?.Id,
            EvidenceSpan = new TextSpan(offsets.ToCodePoint(sentence.Start), offsets.ToCodePoint(sentence.Start + sentence.Length)),
        };
    }
}
