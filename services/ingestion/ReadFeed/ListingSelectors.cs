namespace NewsPlatform.Ingestion.ReadFeed;

/// <summary>CSS selectors for a listing page that cannot be understood by itself; all but <paramref name="Entry"/> count inside an entry, and null means: find it.</summary>
/// <param name="Entry">Matches each entry of the list.</param>
/// <param name="Headline">The element that holds the headline.</param>
/// <param name="Link">The link to the article.</param>
/// <param name="Section">The section's name.</param>
/// <param name="Date">Date and time, or the date alone; several matches are joined.</param>
/// <param name="Teaser">The teaser.</param>
public sealed record ListingSelectors(string Entry, string? Headline = null, string? Link = null, string? Section = null, string? Date = null, string? Teaser = null);
