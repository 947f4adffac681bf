using NewsPlatform.Contracts.Sources;
using NewsPlatform.Publishing.IndexArticles;

namespace NewsPlatform.Publishing.SpeakNewsApi;

/// <summary>A source as the contract shows it: these seven members, never null.</summary>
internal sealed record NewsApiSource(string Id, string Name, string Description, string Url, string Category, string Language, string Country)
{
    public static NewsApiSource Of(SourceReported source) => new(
        source.SourceId,
        source.Name,
        source.Description ?? "",
        source.HomePage ?? (Uri.TryCreate(source.Url, UriKind.Absolute, out var url) ? url.GetLeftPart(UriPartial.Authority) : source.Url),
        source.Category ?? Categories.General,
        NewsApiLanguages.FromIso(source.Language ?? ""),
        source.Country?.ToLowerInvariant() ?? "");
}

/// <summary>All sources that match; there are no pages of them.</summary>
internal sealed record NewsApiSourceList(string Status, IReadOnlyList<NewsApiSource> Sources);
