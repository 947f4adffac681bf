using NewsPlatform.Enrichment.AnalyzeArticle.Attribution;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Finds the quotations of an article, direct and reported, with their speakers.</summary>
internal sealed class QuotationFinder(ArticleText article, EntityMap names, IReadOnlyList<Citation> citations)
{
    private readonly EntityLexicon _lexicon = EntityLexicon.For(article.RuleLanguage);

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<FoundQuotation> Find()
    {
        var candidates = new DirectSpeechFinder(article, names, _lexicon).Find()
            .Concat(new DialogueFinder(article).Find())
            .Concat(new ReportedSpeechFinder(article, names).Find())
            .OrderBy(candidate => candidate.Start).ThenBy(candidate => candidate.Direct);
        var resolver = new SpeakerResolver(article, names, _lexicon, citations);
        var found = new List<FoundQuotation>();
        foreach (var candidate in candidates)
        {
            var speaker = resolver.Resolve(candidate);
            if (speaker is not null || !candidate.Needed)
            {
                found.Add(new FoundQuotation(candidate.Start, candidate.End, speaker, candidate.Direct));
            }
        }

        return [.. DirectWords.Apart(article, found)];
    }
}
