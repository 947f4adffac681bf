using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;

namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>Reads the filters that the API, the feeds and the site share.</summary>
internal static class ArticleQueryReader
{
    /// <summary>The query; not to be used when <see cref="QueryParameters.Problem"/> is set afterwards.</summary>
    /// <param name="parameters">The request's.</param>
    /// <param name="wordsFirst">True orders by relevance when there are words and no <c>sort</c>.</param>
    /// <param name="limit">When the request gives none.</param>
    /// <param name="hasCursor">False where <c>cursor</c> is not that of a list of articles.</param>
    public static ArticleQuery Read(QueryParameters parameters, bool wordsFirst, int limit = PageLimits.Default, bool hasCursor = true)
    {
        var words = parameters.Text("q", SearchExpressionParser.MaximumLength);
        var language = LanguagesOf(parameters);

        var filters = new ArticleQuery
        {
            Words = words,
            Language = language,
            SourceId = ListOf(parameters, "source"),
            Domain = ListOf(parameters, "domain"),
            Category = ListOf(parameters, "category"),
            Section = parameters.Text("section"),
            StoryId = parameters.Text("story"),
            Entity = parameters.Text("entity"),
            Speaker = parameters.Text("speaker"),
            WithDuplicates = parameters.OneOf("duplicates", "true", "false") != "false",
            From = parameters.Instant("from"),
            To = parameters.Instant("to", endOfDay: true),
            Limit = parameters.Limit(limit),
        };
        var expression = ExpressionOf(parameters, words, filters.OnlyLanguage);
        var query = filters with { Text = expression, Order = OrderOf(parameters, expression, wordsFirst) };
        if (query.From > query.To)
        {
            parameters.Fail("from lies after to: give the earlier time as from.");
        }

        return hasCursor ? query with { After = AfterOf(parameters, query.Order) } : query;
    }

    private static string? LanguagesOf(QueryParameters parameters)
    {
        var text = ListOf(parameters, "language")?.ToLowerInvariant();
        var (wanted, unwanted) = ValueFilter.Read(text, isList: true);
        return wanted.Concat(unwanted).FirstOrDefault(code => code.Length is not (2 or 3) || !code.All(char.IsAsciiLetterLower)) is { } strange
            ? parameters.Fail($"language is '{strange}': give ISO 639-1 codes such as en, ru or uk, parted by commas.")
            : text;
    }

    private static string? ListOf(QueryParameters parameters, string name)
    {
        var text = parameters.Text(name);
        var (wanted, unwanted) = ValueFilter.Read(text, isList: true);
        return wanted.Count + unwanted.Count <= ValueFilter.MaximumValues
            ? text
            : parameters.Fail($"{name} has {wanted.Count + unwanted.Count} values: give at most {ValueFilter.MaximumValues}.");
    }

    private static SearchExpression? ExpressionOf(QueryParameters parameters, string? words, string? language)
    {
        if (words is null)
        {
            return null;
        }

        var parsed = SearchExpressionParser.Parse(words, language);
        if (parsed.Problem is { } problem)
        {
            parameters.Fail($"q cannot be answered: {problem}");
        }
        else if (parsed.Expression is null)
        {
            parameters.Fail("q holds no word to search for: give words, \"phrases\", fields or -exclusions.");
        }

        return parsed.Expression;
    }

    private static ArticleOrder OrderOf(QueryParameters parameters, SearchExpression? expression, bool wordsFirst)
    {
        var byRelevance = parameters.OneOf("sort", "relevance", "time") is { } sort ? sort == "relevance" : wordsFirst;

        // Nothing can match better than something else without a word that must be there.
        return byRelevance && expression?.Scored.Any() == true ? ArticleOrder.Relevance : ArticleOrder.Time;
    }

    private static ArticleCursor? AfterOf(QueryParameters parameters, ArticleOrder order)
    {
        var cursor = parameters.Position<ArticleCursor>();
        if (cursor is not null && (cursor.Order != order || string.IsNullOrEmpty(cursor.Id) || (cursor.Slice is null) != (order == ArticleOrder.Time)))
        {
            parameters.Fail("cursor belongs to another order of the list: keep q and sort while paging, or begin anew without a cursor.");
        }

        return cursor;
    }
}
