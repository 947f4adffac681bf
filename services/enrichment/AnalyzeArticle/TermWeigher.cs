using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle;

/// <summary>Weighs the stems by which articles about one event find each other: title, lead, names and numbers count more than running text.</summary>
internal static class TermWeigher
{
    private const int Most = 60;
    private const double TitleFactor = 3;
    private const double LeadFactor = 2;
    private const double NameFactor = 2;

    public static IReadOnlyList<WeightedTerm> Weigh(ArticleText title, ArticleText body, IReadOnlyList<NamedEntity> entities)
    {
        var named = new bool[body.Words.Count];
        foreach (var mention in entities.SelectMany(entity => entity.Mentions))
        {
            Array.Fill(named, true, mention.First, mention.Count);
        }

        var weights = new Dictionary<string, double>();
        Add(weights, title, static _ => TitleFactor);
        var leadEnds = LeadEnd(body);
        Add(weights, body, index => (body.Words[index].Start < leadEnds ? LeadFactor : 1) * (named[index] ? NameFactor : 1));

        return [.. weights
            .Select(weight => new WeightedTerm(weight.Key, Math.Round(1 + Math.Log(Math.Max(1, weight.Value)), 3)))
            .OrderByDescending(term => term.Weight).ThenBy(term => term.Term, StringComparer.Ordinal)
            .Take(Most)];
    }

    private static void Add(Dictionary<string, double> weights, ArticleText text, Func<int, double> factor)
    {
        for (var i = 0; i < text.Words.Count; i++)
        {
            if (Term(text, text.Words[i]) is { } term)
            {
                weights[term] = weights.GetValueOrDefault(term) + factor(i);
            }
        }
    }

    private static string? Term(ArticleText text, Word word) => word.Shape switch
    {
        WordShape.Sign => null,
        WordShape.Number => word.Text.Length is > 1 and < 12 ? word.Text : null,
        _ when word.Length < 2 || StopWords.Contains(word.Form, text.Language) => null,
        _ => Stemmer.Stem(word.Form, text.Language),
    };

    // The first paragraph.
    private static int LeadEnd(ArticleText body)
    {
        var end = body.Text.IndexOf("\n\n", StringComparison.Ordinal);
        return end < 0 ? body.Text.Length : end;
    }
}
