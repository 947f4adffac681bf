using NewsPlatform.Enrichment.AnalyzeArticle.Reading;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Dates;

/// <summary>Finds the dates that a ru, uk or en text names and resolves them against its publication: "12 января", "last Friday", «два дні тому», "in 2021".</summary>
internal sealed class DateFinder(ArticleText article, DateOnly published)
{
    private const int Most = 50;

    // A publication outside them is a mistake of somebody's clock.
    private const int FirstYear = 1950;
    private const int LastYear = 2090;

    /// <summary>In the order of the text, at most 50.</summary>
    public IReadOnlyList<FoundDate> Find()
    {
        var found = new List<FoundDate>();
        if (published.Year is < FirstYear or > LastYear || article.RuleLanguage == "en" && article.Language is not ("en" or "und"))
        {
            return found;
        }

        var calendar = new CalendarDateReader(article, published);
        var relative = new RelativeDateReader(article, published);
        for (var i = 0; i < article.Words.Count && found.Count < Most; i++)
        {
            if ((calendar.At(i) ?? relative.At(i)) is { } reading)
            {
                found.Add(new FoundDate(article.Words[i].Start, article.Words[reading.Last].End, reading.From, reading.To));
                i = reading.Last;
            }
        }

        return found;
    }
}
