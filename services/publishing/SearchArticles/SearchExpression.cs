namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>The words of a query as stems: all clauses must hold.</summary>
internal sealed record SearchExpression(IReadOnlyList<SearchClause> Clauses);

/// <summary>Holds when at least one of its phrases stands in the article (excluded: when none does).</summary>
/// <param name="Phrases">Alternatives, one for each plausible language: stems in sequence; a single word is a phrase of one.</param>
/// <param name="Excluded">True for <c>-word</c> and <c>-"a phrase"</c>.</param>
internal sealed record SearchClause(IReadOnlyList<IReadOnlyList<string>> Phrases, bool Excluded);
