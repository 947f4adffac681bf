using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.SpeakNewsApi;

/// <summary>The words of a request: <c>q</c> in the fields that <c>searchIn</c> names, and <c>qInTitle</c> in titles.</summary>
internal static class NewsApiWords
{
    private static readonly Dictionary<string, ArticleFields> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = ArticleFields.Title,
        ["description"] = ArticleFields.Description,
        ["content"] = ArticleFields.Content,
    };

    /// <param name="parameters">The request's.</param>
    /// <param name="language">By which words are stemmed; null = all plausible ones.</param>
    /// <param name="conditions">What they ask; none where there are no words.</param>
    /// <returns>Null when they can be asked.</returns>
    public static NewsApiFault? Read(NewsApiParameters parameters, string? language, out IReadOnlyList<SearchExpression> conditions)
    {
        conditions = [];
        var fields = ArticleFields.None;
        foreach (var name in parameters.List("searchIn"))
        {
            if (!Fields.TryGetValue(name, out var field))
            {
                return NewsApiFault.UnknownField(name);
            }

            fields |= field;
        }

        var found = new List<SearchExpression>();
        foreach (var (words, place) in new[] { (parameters.Text("q"), fields == ArticleFields.None ? ArticleFields.Text : fields), (parameters.Text("qInTitle"), ArticleFields.Title) })
        {
            if (words is null)
            {
                continue;
            }

            if (words.Length > SearchExpressionParser.MaximumLength)
            {
                return NewsApiFault.TooLong(words.Length, SearchExpressionParser.MaximumLength);
            }

            if (SearchExpressionParser.Parse(words, language, SearchDialect.Strict).Expression is not { } expression)
            {
                return NewsApiFault.MalformedQuery;
            }

            found.Add(expression.Within(place));
        }

        conditions = found;
        return null;
    }
}
