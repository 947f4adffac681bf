using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ReadFeed.Listings;

/// <summary>One entry of a listing page before its parts are told apart.</summary>
/// <param name="Address">Absolute address of the article.</param>
/// <param name="Headline">The element whose text is the headline.</param>
/// <param name="Parts">The elements and texts that belong to the entry, in the order of the page.</param>
internal sealed record ListingEntry(string Address, IElement Headline, IReadOnlyList<INode> Parts, Uri Base)
{
    /// <summary>What selectors found; null = to be found.</summary>
    public string? Section { get; init; }

    public string? Date { get; init; }

    public string? Teaser { get; init; }
}
