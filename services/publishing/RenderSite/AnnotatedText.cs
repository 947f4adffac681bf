using NewsPlatform.Contracts.Articles;
using NewsPlatform.Text;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>Marks where an article's text names its entities: the first mention of each becomes a link. Pure.</summary>
internal sealed class AnnotatedText
{
    private readonly ArticleContent _content;
    private readonly List<Mark> _marks;
    private readonly int[] _blockStarts;

    public AnnotatedText(ArticleContent content, IReadOnlyList<Entity> entities, Func<Entity, string> link)
    {
        _content = content;
        _blockStarts = StartsOf(content);
        _marks = MarksOf(content.Text(), entities, link);
    }

    /// <summary>The words of a block with its links.</summary>
    public Html WordsOf(int block)
    {
        var (start, text) = (_blockStarts[block], _content.Body[block].Text);
        if (start < 0)
        {
            return Html.Text(text);
        }

        var parts = new List<Html>();
        var position = 0;
        foreach (var mark in _marks.Where(mark => mark.Start >= start && mark.End <= start + text.Length))
        {
            var (from, to) = (mark.Start - start, mark.End - start);
            parts.Add(Html.Text(text[position..from]));
            parts.Add(Html.Of($"<a class=\"entity\" href=\"{mark.Link}\">{text[from..to]}</a>"));
            position = to;
        }

        parts.Add(Html.Text(text[position..]));
        return Html.Join(parts);
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

    private static List<Mark> MarksOf(string text, IReadOnlyList<Entity> entities, Func<Entity, string> link)
    {
        var codePoints = new CodePointMap(text);
        var marks = new List<Mark>();
        var free = 0;
        var firsts = entities
            .Where(entity => entity.Mentions.Count > 0)
            .Select(entity => (Entity: entity, First: entity.Mentions.MinBy(mention => mention.Start)!))
            .Where(first => first.First.Start >= 0 && first.First.Start < first.First.End && first.First.End <= codePoints.CodePointCount)
            .OrderBy(first => first.First.Start).ThenByDescending(first => first.First.End);
        foreach (var (entity, first) in firsts)
        {
            var mark = new Mark(codePoints.ToUtf16(first.Start), codePoints.ToUtf16(first.End), link(entity));
            if (mark.Start >= free)
            {
                marks.Add(mark);
                free = mark.End;
            }
        }

        return marks;
    }

    private sealed record Mark(int Start, int End, string Link);
}
