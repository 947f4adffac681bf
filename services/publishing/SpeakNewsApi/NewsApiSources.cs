using NewsPlatform.Contracts.Sources;

namespace NewsPlatform.Publishing.SpeakNewsApi;

/// <summary>The sources that are there, and those of whom there are articles without a report: what was pushed.</summary>
/// <param name="Reported">In order of id.</param>
/// <param name="Pushed">Ids of the sources that the request names, are not reported, and have articles.</param>
internal sealed record NewsApiSources(IReadOnlyList<SourceReported> Reported, IReadOnlySet<string> Pushed)
{
    public bool Has(string id) => Pushed.Contains(id) || Reported.Any(source => source.SourceId.Equals(id, StringComparison.OrdinalIgnoreCase));

    /// <summary>The sources of a country; one that is none where it has no sources, so that nothing is found and not everything.</summary>
    public IReadOnlyList<string> IdsIn(string country)
    {
        var ids = Reported.Where(source => country.Equals(source.Country, StringComparison.OrdinalIgnoreCase)).Select(source => source.SourceId).ToList();
        return ids.Count == 0 ? [""] : ids;
    }

    /// <summary>Those of a category, language and country, where these are given.</summary>
    public IEnumerable<NewsApiSource> Of(string? category, string? language, string? country) => Reported
        .Select(NewsApiSource.Of)
        .Where(source => Holds(category, source.Category) && Holds(language is null ? null : NewsApiLanguages.FromIso(language), source.Language) && Holds(country, source.Country));

    private static bool Holds(string? asked, string given) => asked is null || asked.Equals(given, StringComparison.OrdinalIgnoreCase);
}
