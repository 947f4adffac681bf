using NewsPlatform.Enrichment.AnalyzeArticle.Entities;
using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Pairs the quotation marks of a text, outermost pairs only, paragraph by paragraph, in one pass.</summary>
internal static class QuoteSpans
{
    /// <summary>Word indexes of the opening and closing marks.</summary>
    public static List<(int Open, int Close)> Find(ArticleText article)
    {
        var spans = new List<(int, int)>();
        var (open, depth, lastClose) = (-1, 0, -1);
        for (var i = 0; i < article.Words.Count; i++)
        {
            if (open >= 0 && StartsParagraph(article, i))
            {
                AddUnbalanced(spans, open, lastClose);
                open = -1;
            }

            var word = article.Words[i];
            if (open < 0)
            {
                if (Opens(article, i))
                {
                    (open, depth, lastClose) = (i, 1, -1);
                }
            }
            else if (QuoteSigns.Closes(article.Words[open], word) && !(word.Is('"') && Opens(article, i)))
            {
                lastClose = i;
                if (--depth == 0)
                {
                    spans.Add((open, i));
                    open = -1;
                }
            }
            else if (word.Length == 1 && word.Text[0] == article.Words[open].Text[0])
            {
                depth++;
            }
        }

        AddUnbalanced(spans, open, lastClose);
        return spans;
    }

    // «… «Name» …»: the inner closing mark often stands for both.
    private static void AddUnbalanced(List<(int Open, int Close)> spans, int open, int lastClose)
    {
        if (open >= 0 && lastClose > open)
        {
            spans.Add((open, lastClose));
        }
    }

    private static bool StartsParagraph(ArticleText article, int index) =>
        index > 0 && article.Words[index].Sentence != article.Words[index - 1].Sentence
        && article.Text.AsSpan(article.Words[index - 1].End, article.Words[index].Start - article.Words[index - 1].End).Contains('\n');

    // A straight mark opens when a space, a bracket or the line's begin stands before it and none behind.
    private static bool Opens(ArticleText article, int index)
    {
        var word = article.Words[index];
        if (!QuoteSigns.Opens(word))
        {
            return false;
        }

        var text = article.Text;
        return !word.Is('"') || (word.Start == 0 || char.IsWhiteSpace(text[word.Start - 1]) || text[word.Start - 1] is '(' or '[' or '—' or '–' or '-' or '«')
            && word.End < text.Length && !char.IsWhiteSpace(text[word.End]);
    }
}
