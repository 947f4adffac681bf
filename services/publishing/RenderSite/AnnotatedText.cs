using NewsPlatform.Contracts.Articles;
using NewsPlatform.Text;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Marks in an article's text every mention of its entities, as links, and every quotation, with its speaker behind it. Pure.</summary>
internal sealed class AnnotatedText
{
    private readonly ArticleContent _content;
    private readonly Func<Entity, string> _link;
    private readonly Dictionary<string, Entity> _byName;
    private readonly TextMarks _marks;
    private readonly int[] _blockStarts;

    public AnnotatedText(ArticleContent content, ArticleAnalysis analysis, Func<Entity, string> link)
    {
        _content = content;
        _link = link;
        _byName = analysis.Entities.DistinctBy(entity => entity.Name).ToDictionary(entity => entity.Name);
        _blockStarts = StartsOf(content);
        _marks = new TextMarks(content.Text(), analysis);
    }

    /// <summary>A part of a block's words with its marks.</summary>
    /// <param name="block">Index of the block.</param>
    /// <param name="from">First UTF-16 index in the block's text.</param>
    /// <param name="to">One past the last.</param>
    public Html WordsOf(int block, int from, int to)
    {
        var (start, text) = (_blockStarts[block], _content.Body[block].Text);
        if (start < 0)
        {
            return Html.Text(text[from..to]);
        }

        var parts = new List<Html>();
        var position = start + from;
        foreach (var quote in _marks.QuotesIn(start + from, start + to))
        {
            parts.Add(Names(text, start, position, quote.Start));
            parts.Add(Html.Of($"<span class=\"{(quote.Quotation.Direct ? "said" : "said reported")}\">{Names(text, start, quote.Start, quote.End)}</span>"));
            position = quote.End;
            if (quote.Speaker is { } speaker)
            {
                // Behind the sign that closes the words, so that the sign does not stand alone.
                var end = EndOfSigns(text, position - start, to) + start;
                parts.Add(Html.Text(text[(position - start)..(end - start)]));
                parts.Add(Label(speaker));
                position = end;
            }
        }

        parts.Add(Names(text, start, position, start + to));
        return Html.Join(parts);
    }

    private Html Names(string text, int start, int from, int to)
    {
        var parts = new List<Html>();
        var position = from;
        foreach (var name in _marks.NamesIn(from, to))
        {
            parts.Add(Html.Text(text[(position - start)..(name.Start - start)]));
            parts.Add(Html.Of($"<a class=\"entity\" href=\"{_link(name.Entity)}\">{text[(name.Start - start)..(name.End - start)]}</a>"));
            position = name.End;
        }

        parts.Add(Html.Text(text[(position - start)..(to - start)]));
        return Html.Join(parts);
    }

    private Html Label(string speaker) => _byName.TryGetValue(speaker, out var entity)
        ? Html.Of($"<a class=\"speaker\" href=\"{_link(entity)}\"><bdi>{speaker}</bdi></a>")
        : Html.Of($"<span class=\"speaker\"><bdi>{speaker}</bdi></span>");

    private static int EndOfSigns(string text, int position, int to)
    {
        while (position < to && text[position] is '»' or '”' or '“' or '"' or '’' or '.' or ',' or '!' or '?' or '…' or ';')
        {
            position++;
        }

        return position;
    }

    // Where each block's words begin in Text(); -1 for a block that is not part of it.
    private static int[] StartsOf(ArticleContent content)
    {
        var starts = new int[content.Body.Count];
        var position = 0;
        for (var i = 0; i < starts.Length; i++)
        {
            var block = content.Body[i];
            var isText = block.Text.Length > 0 && block.Type is not (BlockTypes.Image or BlockTypes.Embed);
            starts[i] = isText ? position : -1;
            position += isText ? block.Text.Length + 2 : 0;
        }

        return starts;
    }
}
