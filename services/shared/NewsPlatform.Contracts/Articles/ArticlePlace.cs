namespace NewsPlatform.Contracts.Articles;

/// <summary>Where on earth it happened, by the publisher's own word.</summary>
/// <param name="Name">The place's name; null when only the point is known.</param>
/// <param name="Latitude">Degrees north (WGS 84); null together with <paramref name="Longitude"/>.</param>
/// <param name="Longitude">Degrees east (WGS 84).</param>
public sealed record ArticlePlace(string? Name = null, double? Latitude = null, double? Longitude = null);
