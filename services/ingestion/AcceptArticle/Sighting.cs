using NewsPlatform.Contracts.Articles;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>A source that brought an article: each of them once, in the order in which they did.</summary>
/// <param name="SourceId">The source's id, or the slug of a pusher's name.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Url">The address under which it brought the article; null when it had none.</param>
/// <param name="FirstSeenAt">When it did so first.</param>
internal sealed record Sighting(string SourceId, string Name, string? Url, DateTimeOffset FirstSeenAt)
{
    /// <summary>Sightings kept of one article; later sources are not counted.</summary>
    public const int MaxSightings = 100;

    /// <summary>The list with this source; the very same list when it is in there already.</summary>
    public static IReadOnlyList<Sighting> Add(IReadOnlyList<Sighting> seenIn, ArticleSource source, Uri? address, DateTimeOffset now) =>
        seenIn.Count >= MaxSightings || seenIn.Any(sighting => sighting.SourceId == source.Id)
            ? seenIn
            : [.. seenIn, new Sighting(source.Id, source.Name, address?.AbsoluteUri, now)];
}
