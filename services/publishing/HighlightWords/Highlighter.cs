using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.SearchArticles;
using NewsPlatform.Text;

namespace NewsPlatform.Publishing.HighlightWords;

/// <summary>A piece of an article in which words of the query stand; never markup.</summary>
/// <param name="Field">title, description or text.</param>
/// <param name="Text">The whole title or description; of the text a fragment of about 200 characters.</param>
/// <param name="Marks">Where the words stand in <see cref="Text"/>, in code points.</param>
internal sealed record Highlight(string Field, string Text, IReadOnlyList<TextSpan> Marks);

/// <summary>Finds the words of a query in an article as the index found them: by their stems. Pure.</summary>
internal static class Highlighter
{
    private const int MostFragments = 3;
    private const int FragmentLength = 200;
    private const int Lead = 60;

    /// <summary>Title, description and at most three fragments of the text, as far as words of the query stand in them.</summary>
    /// <param name="article">With its body.</param>
    /// <param name="scored">The conditions of the query on words.</param>
    public static IReadOnlyList<Highlight> Of(PublishedArticle article, IReadOnlyList<TextClause> scored)
    {
        var (content, language) = (article.Content, article.Analysis.Language);
        var text = content.Text();
        var inText = Find(text, language, [.. scored.Where(clause => clause.In.HasFlag(ArticleFields.Content))]);
        return
        [
            .. Whole("title", content.Title, Find(content.Title, language, [.. scored.Where(clause => clause.In.HasFlag(ArticleFields.Title))])),
            .. Whole("description", content.Description ?? "", Find(content.Description ?? "", language, [.. scored.Where(clause => clause.In.HasFlag(ArticleFields.Description))])),
            .. Fragments(text, inText),
        ];
    }

    private static IEnumerable<Highlight> Whole(string field, string text, List<TextRange> marks) => marks.Count == 0 ? [] : [Cut(field, text, 0, text.Length, marks)];

    private static IEnumerable<Highlight> Fragments(string text, List<TextRange> marks)
    {
        var end = 0;
        var fragments = 0;
        foreach (var mark in marks)
        {
            if (mark.Start < end || fragments == MostFragments)
            {
                continue;
            }

            var start = WordBoundary(text, Math.Max(end, mark.Start - Lead), mark.Start);
            end = Math.Max(mark.End, WordBoundary(text, Math.Min(text.Length, start + FragmentLength), text.Length));
            fragments++;
            yield return Cut("text", text, start, end, marks);
        }
    }

    // The next place where a word ends, not far on: a fragment begins and ends with whole words where the script parts them.
    private static int WordBoundary(string text, int from, int most)
    {
        var limit = Math.Min(most, from + Lead);
        for (var position = from; position < limit; position++)
        {
            if (position == 0 || char.IsWhiteSpace(text[position]))
            {
                return position;
            }
        }

        return from < text.Length && from > 0 && char.IsLowSurrogate(text[from]) ? from - 1 : from;
    }

    private static Highlight Cut(string field, string text, int start, int end, List<TextRange> marks)
    {
        var piece = text[start..end];
        var codePoints = new CodePointMap(piece);
        var within = marks.Where(mark => mark.Start >= start && mark.End <= end)
            .Select(mark => new TextSpan(codePoints.ToCodePoint(mark.Start - start), codePoints.ToCodePoint(mark.End - start)));
        return new Highlight(field, piece, [.. within]);
    }

    // Ascending, without overlaps.
    private static List<TextRange> Find(string text, string language, IReadOnlyList<TextClause> clauses)
    {
        if (text.Length == 0 || clauses.Count == 0)
        {
            return [];
        }

        var terms = SearchText.PlacedTerms(text, language).ToList();
        var phrases = clauses.SelectMany(clause => clause.Phrases).ToLookup(phrase => phrase[0], StringComparer.Ordinal);
        var marked = new SortedSet<(int Start, int End)>();
        for (var i = 0; i < terms.Count; i++)
        {
            foreach (var phrase in phrases[terms[i].Stem].Where(phrase => StandsAt(terms, i, phrase)))
            {
                marked.UnionWith(Enumerable.Range(i, phrase.Count).Select(term => (terms[term].Place.Start, terms[term].Place.End)));
            }
        }

        return Join(marked);
    }

    private static bool StandsAt(List<PlacedTerm> terms, int index, IReadOnlyList<string> phrase)
    {
        for (var i = 0; i < phrase.Count; i++)
        {
            if (index + i >= terms.Count || terms[index + i].Stem != phrase[i])
            {
                return false;
            }
        }

        return true;
    }

    private static List<TextRange> Join(SortedSet<(int Start, int End)> marked)
    {
        var marks = new List<TextRange>();
        foreach (var (start, end) in marked)
        {
            if (marks.Count > 0 && start < marks[^1].End)
            {
                marks[^1] = new TextRange(marks[^1].Start, Math.Max(end, marks[^1].End) - marks[^1].Start);
            }
            else
            {
                marks.Add(new TextRange(start, end - start));
            }
        }

        return marks;
    }
}
