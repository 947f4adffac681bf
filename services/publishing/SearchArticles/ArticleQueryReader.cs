using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.Http;

namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>The cursor of a list of articles.</summary>
internal sealed record ArticleCursor(ArticleOrder Order, double Rank, string Id);

/// <summary>Reads the filters that the API, the feeds and the site share.</summary>
internal static class ArticleQueryReader
{
    /// <summary>The query; not to be used when <see cref="QueryParameters.Problem"/> is set afterwards.</summary>
    /// <param name="parameters">The request's.</param>
    /// <param name="wordsFirst">True orders by relevance when there are words and no <c>sort</c>.</param>
    /// <param name="limit">When the request gives none.</param>
    public static ArticleQuery Read(QueryParameters parameters, bool wordsFirst, int limit = PageLimits.Default)
    {
        var words = parameters.Text("q", SearchExpressionParser.MaximumLength);
        var language = parameters.Language();
        var expression = words is null ? null : SearchExpressionParser.Parse(words, language);
        if (words is not null && expression is null)
        {
            parameters.Fail("q holds no word to search for: give words, \"phrases\" or -exclusions.");
        }

        var query = new ArticleQuery
        {
            Text = expression,
            Words = words,
            Language = language,
            SourceId = parameters.Text("source"),
            Section = parameters.Text("section"),
            StoryId = parameters.Text("story"),
            Entity = parameters.Text("entity"),
            From = parameters.Instant("from"),
            To = parameters.Instant("to", endOfDay: true),
            Order = OrderOf(parameters, expression, wordsFirst),
            Limit = parameters.Limit(limit),
        };
        if (query.From > query.To)
        {
            parameters.Fail("from lies after to: give the earlier time as from.");
        }

        return query with { After = AfterOf(parameters, query.Order) };
    }

    private static ArticleOrder OrderOf(QueryParameters parameters, SearchExpression? expression, bool wordsFirst)
    {
        var byRelevance = parameters.OneOf("sort", "relevance", "time") is { } sort ? sort == "relevance" : wordsFirst;

        // Nothing can match better than something else without a word that must be there.
        return byRelevance && expression?.Clauses.Any(clause => !clause.Excluded) == true ? ArticleOrder.Relevance : ArticleOrder.Time;
    }

    private static PageKey? AfterOf(QueryParameters parameters, ArticleOrder order)
    {
        var cursor = parameters.Position<ArticleCursor>();
        if (cursor is null)
        {
            return null;
        }

        if (cursor.Order != order || string.IsNullOrEmpty(cursor.Id))
        {
            parameters.Fail("cursor belongs to another order of the list: keep q and sort while paging, or begin anew without a cursor.");
        }

        return new PageKey(cursor.Rank, cursor.Id);
    }
}
