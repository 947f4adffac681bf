namespace NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

/// <summary>A source that a sentence brings in.</summary>
/// <param name="From">Who cites; null when it is the article itself.</param>
/// <param name="To">Who or what is cited.</param>
/// <param name="Sentence">Index of the sentence that says so.</param>
internal sealed record Citation(CitedSource? From, CitedSource To, int Sentence);

/// <summary>Who or what is cited.</summary>
/// <param name="Name">Its normal form.</param>
/// <param name="Kind">One of <see cref="NewsPlatform.Contracts.Articles.SourceKinds"/>.</param>
internal sealed record CitedSource(string Name, string Kind)
{
    public bool Is(CitedSource other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);
}
