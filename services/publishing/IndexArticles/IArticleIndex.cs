namespace NewsPlatform.Publishing.IndexArticles;

/// <summary>The search index of the visible articles, as far as it can be behind the program.</summary>
internal interface IArticleIndex
{
    /// <summary>
    /// Looks at the next visible articles and indexes those anew from their contents that another <see cref="IndexedArticle.Version"/> indexed, or none.
    /// May be done by two processes at once.
    /// </summary>
    /// <param name="after">What the call before gave; null = from the beginning.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="ct">Ends it.</param>
    /// <returns>Where to go on; null at the end.</returns>
    Task<string?> RenewAsync(string? after, int limit, CancellationToken ct);
}
