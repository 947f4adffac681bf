namespace NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

/// <summary>A source that a sentence brings in.</summary>
/// <param name="From">Who cites; null when it is the article itself.</param>
/// <param name="To">Who or what is cited, in its normal form.</param>
/// <param name="Sentence">Index of the sentence that says so.</param>
internal sealed record Citation(string? From, string To, int Sentence);
