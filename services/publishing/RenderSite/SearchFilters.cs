using NewsPlatform.Publishing.Http;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>The filters of a search as they stand in its address, to be carried on, changed and taken away.</summary>
internal sealed class SearchFilters
{
    private static readonly string[] Names = ["q", "language", "source", "section", "entity", "speaker", "story", "domain", "category", "duplicates", "from", "to"];

    // The form has fields for these.
    private static readonly string[] InForm = ["q", "language"];

    private readonly List<(string Name, string? Value)> _values;

    private SearchFilters(List<(string Name, string? Value)> values) => _values = values;

    /// <summary>Those that are set but have no field in the form.</summary>
    public IEnumerable<(string Name, string? Value)> Chosen => _values.Where(one => !InForm.Contains(one.Name));

    public static SearchFilters Of(IQueryCollection query) =>
        new([.. Names.Select(name => (name, query[name].ToString().Trim() is { Length: > 0 } text ? text : null)).Where(one => one.Item2 is not null)]);

    /// <summary>The one filter that a page of another kind stands for.</summary>
    public static SearchFilters Of(string name, string value) => new([Links.Filter(name, value)]);

    /// <summary>The first page of the search with some filters set anew, or taken away by null.</summary>
    public string With(SiteRequest request, string? sort, params IReadOnlyList<(string Name, string? Value)> changes) => request.Link(
        "/search",
        [.. _values.Where(one => changes.All(change => change.Name != one.Name)), .. changes, ("sort", sort)]);

    /// <summary>The filters for feeds of what is found, as a query string without its <c>?</c>.</summary>
    public string ForFeeds() => Links.WithQuery("", [.. _values]).TrimStart('?');
}
