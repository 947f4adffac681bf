namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>The place of one article in an ordered list, from which the next page goes on.</summary>
/// <param name="Order">Of the list.</param>
/// <param name="Key">The article's place in time.</param>
/// <param name="Id">The article.</param>
/// <param name="Slice">By relevance: within which stretch of time the article was ranked.</param>
internal sealed record ArticleCursor(ArticleOrder Order, long Key, string Id, SlicePlace? Slice = null);

/// <summary>One stretch of the order of time, whose hits were ranked among each other.</summary>
/// <param name="Newest">Its newest place, inclusive.</param>
/// <param name="Oldest">Its oldest place, inclusive; 0 = to the end.</param>
/// <param name="AsOf">The instant from which all pages of the list count how fresh an article is.</param>
/// <param name="Score">Of the article.</param>
internal sealed record SlicePlace(long Newest, long Oldest, DateTimeOffset AsOf, double Score);
