using NewsPlatform.Contracts.Articles;
using NewsPlatform.Text;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>The places of an article's text to mark, in UTF-16: none inside another of its kind, whatever the analysis says.</summary>
internal sealed class TextMarks
{
    private readonly List<NameMark> _names;
    private readonly List<QuoteMark> _quotes;

    public TextMarks(string text, ArticleAnalysis analysis)
    {
        var codePoints = new CodePointMap(text);
        _names = Apart(analysis.Entities
            .SelectMany(entity => entity.Mentions.Where(span => IsIn(span.Start, span.End, codePoints)).Select(span => new NameMark(codePoints.ToUtf16(span.Start), codePoints.ToUtf16(span.End), entity)))
            .OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End));
        _quotes = Apart(analysis.Quotes
            .Where(quote => IsIn(quote.Start, quote.End, codePoints))
            .Select(quote => new QuoteMark(codePoints.ToUtf16(quote.Start), codePoints.ToUtf16(quote.End), quote, quote.Speaker))
            .OrderBy(mark => mark.Start).ThenByDescending(mark => mark.End));
    }

    /// <summary>The names that stand wholly in a range; one that a quotation's end cuts is left out.</summary>
    public IEnumerable<NameMark> NamesIn(int from, int to) => From(_names, from).TakeWhile(mark => mark.Start < to).Where(mark => mark.Start >= from && mark.End <= to);

    /// <summary>The parts of quotations that stand in a range; the speaker stands behind the last of those that he says in a row.</summary>
    public IReadOnlyList<QuoteMark> QuotesIn(int from, int to)
    {
        var marks = From(_quotes, from).TakeWhile(mark => mark.Start < to)
            .Select(mark => mark with { Start = Math.Max(mark.Start, from), End = Math.Min(mark.End, to) })
            .Where(mark => mark.Start < mark.End).ToList();
        return [.. marks.Select((mark, index) => index + 1 < marks.Count && marks[index + 1].Speaker == mark.Speaker ? mark with { Speaker = null } : mark)];
    }

    // Marks stand apart and in order, so their ends are in order too.
    private static IEnumerable<T> From<T>(List<T> marks, int position)
        where T : ITextMark
    {
        var (low, high) = (0, marks.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = marks[middle].End <= position ? (middle + 1, high) : (low, middle);
        }

        return marks.Skip(low);
    }

    private static bool IsIn(int start, int end, CodePointMap codePoints) => start >= 0 && start < end && end <= codePoints.CodePointCount;

    private static List<T> Apart<T>(IEnumerable<T> ordered)
        where T : ITextMark
    {
        var apart = new List<T>();
        foreach (var mark in ordered)
        {
            if (apart.Count == 0 || mark.Start >= apart[^1].End)
            {
                apart.Add(mark);
            }
        }

        return apart;
    }

    private interface ITextMark
    {
        int Start { get; }

        int End { get; }
    }

    /// <summary>A mention of an entity.</summary>
    internal sealed record NameMark(int Start, int End, Entity Entity) : ITextMark;

    /// <summary>Words that somebody says; the speaker is null where he is not to be shown.</summary>
    internal sealed record QuoteMark(int Start, int End, Quotation Quotation, string? Speaker) : ITextMark;
}
