using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>The meta elements of a page by their lower-case name, property or itemprop.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, List<string>> _values = [];

    public MetaTags(PageIndex page)
    {
        foreach (var meta in page.Named("meta"))
        {
            var value = PageText.Normalize(System.Net.WebUtility.HtmlDecode(meta.GetAttribute("content")));
            if (value.Length == 0)
                continue;

            foreach (var attribute in new[] { "property", "name", "itemprop" })
            {
                if (meta.GetAttribute(attribute)?.Trim().ToLowerInvariant() is { Length: > 0 } name)
                    (_values.TryGetValue(name, out var list) ? list : _values[name] = []).Add(value);
            }
        }
    }

    /// <summary>The first value of the first of the names that has one.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var list))
                return list[0];
        }

        return null;
    }

    /// <summary>Every value, in no order.</summary>
    public IEnumerable<string> Values => _values.Values.SelectMany(values => values);

    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var list) ? list : [];
}
