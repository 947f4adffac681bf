namespace NewsPlatform.Contracts.Articles;

/// <summary>What readers wrote under the article, on its publisher's site.</summary>
/// <param name="Url">Absolute address of the comments; null when unknown.</param>
/// <param name="Count">How many there were when the article was read; null when unknown.</param>
public sealed record ArticleComments(string? Url = null, int? Count = null);
