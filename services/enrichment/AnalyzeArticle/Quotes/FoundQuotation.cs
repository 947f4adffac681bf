using NewsPlatform.Contracts.Articles;
using NewsPlatform.Enrichment.AnalyzeArticle.Attribution;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Quotes;

/// <summary>Words that the text ascribes to somebody.</summary>
/// <param name="Start">First UTF-16 index.</param>
/// <param name="End">One past the last.</param>
/// <param name="Speaker">Who said them; null when the text does not tell.</param>
/// <param name="Direct">False for reported speech.</param>
internal sealed record FoundQuotation(int Start, int End, Speaker? Speaker, bool Direct);

/// <summary>Who says something.</summary>
/// <param name="Name">Normal form.</param>
/// <param name="Kind">One of <see cref="SourceKinds"/>.</param>
/// <param name="Id">Of the named entity that he is; null when it has none.</param>
internal sealed record Speaker(string Name, string Kind, string? Id = null)
{
    public static Speaker Of(CitedSource source) => new(source.Name, source.Kind, source.Entity?.Id);
}

/// <summary>Words that may be a quotation, with the clause that may name who said them.</summary>
/// <param name="Start">First UTF-16 index of the words.</param>
/// <param name="End">One past the last.</param>
/// <param name="Direct">False for reported speech.</param>
/// <param name="First">First word of the clause; equal to <paramref name="Last"/> + 1 when there is none.</param>
/// <param name="Last">Last word of the clause.</param>
/// <param name="Verb">Word index of the verb of saying; -1 when the clause has none.</param>
/// <param name="Needed">Whether it is no quotation unless a speaker is found.</param>
internal sealed record SpeechCandidate(int Start, int End, bool Direct, int First, int Last, int Verb, bool Needed)
{
    /// <summary>Whether the clause follows the words, so that its subject mostly follows its verb.</summary>
    public bool After { get; init; }
}
