namespace NewsPlatform.Enrichment.AnalyzeArticle.Dates;

/// <summary>A date that the text names, resolved.</summary>
/// <param name="Start">First UTF-16 index.</param>
/// <param name="End">One past the last.</param>
/// <param name="From">The first day meant.</param>
/// <param name="To">The last day meant; equal to <paramref name="From"/> for a day.</param>
internal sealed record FoundDate(int Start, int End, DateOnly From, DateOnly To);

/// <summary>Some words that are a date.</summary>
/// <param name="Last">Index of the last of them.</param>
/// <param name="From">The first day meant.</param>
/// <param name="To">The last day meant.</param>
internal sealed record DateReading(int Last, DateOnly From, DateOnly To);
