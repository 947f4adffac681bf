using NewsPlatform.Enrichment.AnalyzeArticle.Entities;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

/// <summary>A source that a sentence brings in.</summary>
/// <param name="From">Who cites; null when it is the article itself.</param>
/// <param name="To">Who or what is cited.</param>
/// <param name="Sentence">Index of the sentence that says so.</param>
internal sealed record Citation(CitedSource? From, CitedSource To, int Sentence);

/// <summary>Who or what is cited.</summary>
/// <param name="Name">Its normal form.</param>
/// <param name="Kind">One of <see cref="NewsPlatform.Contracts.Articles.SourceKinds"/>.</param>
/// <param name="Entity">The named entity that it is; null when it is none.</param>
internal sealed record CitedSource(string Name, string Kind, NamedEntity? Entity = null)
{
    /// <summary>The medium to which an unnamed source spoke ("источники Bloomberg"); null when the phrase names none.</summary>
    public CitedSource? Of { get; init; }

    public bool Is(CitedSource other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);
}
