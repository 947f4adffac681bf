using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle;

/// <summary>Picks up to three sentences that say most of what the article says, in its own words and order.</summary>
internal static class SummaryPicker
{
    private const int Most = 3;
    private const int ShortestWords = 5;
    private const int LongestWords = 60;

    // News say the most first: later sentences of a long article are not even weighed.
    private const int Considered = 60;

    public static IReadOnlyList<string> Pick(ArticleText title, ArticleText body)
    {
        var sentences = Enumerable.Range(0, Math.Min(body.Sentences.Count, Considered)).Select(index => Stems(body, index)).ToList();
        var frequency = sentences.SelectMany(stems => stems.Distinct()).GroupBy(stem => stem).ToDictionary(group => group.Key, group => group.Count());
        var titleStems = Enumerable.Range(0, title.Sentences.Count).SelectMany(index => Stems(title, index)).ToHashSet();

        var best = Enumerable.Range(0, sentences.Count)
            .Where(index => WordCount(body, index) is >= ShortestWords and <= LongestWords && EndsAsSentence(body, index))
            .OrderByDescending(index => Weight(sentences[index], index, frequency, titleStems))
            .Take(Most)
            .Order();
        return [.. best.Select(index => body.Sentences[index].In(body.Text))];
    }

    private static double Weight(List<string> stems, int index, Dictionary<string, int> frequency, HashSet<string> titleStems)
    {
        if (stems.Count == 0)
        {
            return 0;
        }

        var common = stems.Distinct().Sum(stem => Math.Log2(1 + frequency[stem])) / Math.Sqrt(stems.Count);
        var title = stems.Distinct().Count(titleStems.Contains);
        return common + title + 4.0 / (1 + index);
    }

    private static List<string> Stems(ArticleText text, int sentence) =>
        [.. Words(text, sentence).Where(word => word.IsWord && word.Length > 2 && !StopWords.Contains(word.Form, text.Language)).Select(word => Stemmer.Stem(word.Form, text.Language))];

    private static int WordCount(ArticleText text, int sentence) => Words(text, sentence).Count(word => word.IsWord);

    // A heading ends in no stop and a list's introduction in a colon: neither stands well alone.
    private static bool EndsAsSentence(ArticleText text, int sentence) => text.Sentences[sentence].In(text.Text)[^1] is '.' or '!' or '?' or '…' or '»' or '"' or '”';

    private static IEnumerable<Word> Words(ArticleText text, int sentence)
    {
        for (var i = text.FirstWords[sentence]; i < text.FirstWords[sentence + 1]; i++)
        {
            yield return text.Words[i];
        }
    }
}
