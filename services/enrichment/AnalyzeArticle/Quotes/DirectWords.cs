using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Tells no word twice: of reported speech that quotes word for word only what stands outside the quoted words is kept.</summary>
internal static class DirectWords
{
    private const int ShortestRest = 3;

    private static readonly char[] Ends = [' ', '\u00A0', '\n', ',', '.', '—', '–', '-', ':', '«', '»', '"', '“', '”', '„'];

    /// <summary>The quotations in the order of the text, none inside another.</summary>
    public static IEnumerable<FoundQuotation> Apart(ArticleText article, IReadOnlyList<FoundQuotation> found)
    {
        var direct = found.Where(quotation => quotation.Direct).ToList();
        var next = 0;
        var (told, lastEnd) = (new List<FoundQuotation>(), 0);
        foreach (var quotation in found)
        {
            if (quotation.Direct)
            {
                // Inside another one it is told already.
                if (quotation.Start >= lastEnd)
                {
                    told.Add(quotation);
                    lastEnd = quotation.End;
                }

                continue;
            }

            while (next < direct.Count && direct[next].End <= quotation.Start)
            {
                next++;
            }

            AddRests(told, article, quotation, direct, next);
        }

        return told.OrderBy(quotation => quotation.Start);
    }

    private static void AddRests(List<FoundQuotation> told, ArticleText article, FoundQuotation reported, List<FoundQuotation> direct, int next)
    {
        var start = reported.Start;
        for (; next < direct.Count && direct[next].Start < reported.End; next++)
        {
            AddRest(told, article, reported, start, direct[next].Start);
            start = direct[next].End;
        }

        if (start == reported.Start)
        {
            told.Add(reported);
        }
        else if (start < reported.End && article.Text.AsSpan(start, Math.Min(2, reported.End - start)).Contains(','))
        {
            // Behind the quoted words only a clause of its own says something alone.
            AddRest(told, article, reported, start, reported.End);
        }
    }

    private static void AddRest(List<FoundQuotation> told, ArticleText article, FoundQuotation reported, int start, int end)
    {
        while (start < end && Ends.Contains(article.Text[start]))
        {
            start++;
        }

        while (end > start && Ends.Contains(article.Text[end - 1]))
        {
            end--;
        }

        if (article.Text.AsSpan(start, Math.Max(0, end - start)).Count(' ') >= ShortestRest - 1)
        {
            told.Add(reported with { Start = start, End = end });
        }
    }
}
