using NewsPlatform.Enrichment.AnalyzeArticle.Reading;
using NewsPlatform.Text;

namespace NewsPlatform.Enrichment.AnalyzeArticle;

/// <summary>Picks up to three sentences that say most of what the article says, in its own words and order.</summary>
internal static class SummaryPicker
{
    private const int Most = 3;
    private const int ShortestWords = 5;
    private const int LongestWords = 60;

    // "Об этом сообщает X со ссылкой на Y": short and about another sentence.
    private const int ShortReport = 14;

    private const double MostShared = 0.7;

    private static readonly HashSet<string> Pointers = ["об", "про", "this", "it", "that"];

    // News say the most first: later sentences of a long article are not even weighed.
    private const int Considered = 60;

    /// <summary>Indexes of the sentences, in the order of the text.</summary>
    public static IReadOnlyList<int> Pick(ArticleText title, ArticleText body)
    {
        var sentences = Enumerable.Range(0, Math.Min(body.Sentences.Count, Considered)).Select(index => Stems(body, index)).ToList();
        var frequency = sentences.SelectMany(stems => stems.Distinct()).GroupBy(stem => stem).ToDictionary(group => group.Key, group => group.Count());
        var titleStems = Enumerable.Range(0, title.Sentences.Count).SelectMany(index => Stems(title, index)).ToHashSet();

        var ranked = Enumerable.Range(0, sentences.Count)
            .Where(index => WordCount(body, index) is >= ShortestWords and <= LongestWords && EndsAsSentence(body, index) && StandsAlone(body, index))
            .OrderByDescending(index => Weight(sentences[index], index, frequency, titleStems));
        var best = new List<int>();
        foreach (var index in ranked)
        {
            if (best.Count < Most && !best.Exists(other => Repeats(sentences[index], sentences[other])))
            {
                best.Add(index);
            }
        }

        return [.. best.Order()];
    }

    // Says hardly anything that the other does not say.
    private static bool Repeats(List<string> stems, List<string> other)
    {
        var own = stems.Distinct().ToList();
        return own.Count(other.Contains) > MostShared * own.Count;
    }

    // Half of a quotation, a speaker's "…, — he added" and a bare "X reports" do not stand alone.
    private static bool StandsAlone(ArticleText text, int sentence)
    {
        var words = Words(text, sentence).ToList();
        return words.Count(word => word.Is('«') || word.Is('„')) == words.Count(word => word.Is('»')) + words.Count(word => word.Is('“') && words.Exists(open => open.Is('„')))
            && words.Count(word => word.Is('"')) % 2 == 0
            && words.Count(word => word.Is('“') && !words.Exists(open => open.Is('„'))) == words.Count(word => word.Is('”'))
            && !words[0].IsDash && words[0].Text is not ("»" or "”")
            && !(Pointers.Contains(words[0].Form) && words.Count(word => word.IsWord) < ShortReport);
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
