using NewsPlatform.Publishing.Http;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.NoteSource;

/// <summary>Reads <c>country</c>: the country of an article is that of its source, which may be named or changed long after the article came in.</summary>
internal sealed class CountryFilter(ReportedSources sources)
{
    /// <summary>The query for the country asked for, if any; problems are the parameters' to tell.</summary>
    public async Task<ArticleQuery> ApplyAsync(QueryParameters parameters, ArticleQuery query, CancellationToken ct)
    {
        if (parameters.Text("country") is not { } country)
        {
            return query;
        }

        if (country.Length != 2 || !country.All(char.IsAsciiLetter))
        {
            parameters.Fail($"country is '{QueryParameters.Shown(country)}': give an ISO 3166 code of two letters such as ua.");
            return query;
        }

        var known = await sources.ReadAsync(ct);
        return query with { SourcesOfCountry = [.. known.Where(source => country.Equals(source.Country, StringComparison.OrdinalIgnoreCase)).Select(source => source.SourceId)] };
    }
}
