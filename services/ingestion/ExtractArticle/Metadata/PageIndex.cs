using AngleSharp.Dom;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>The few elements of a page that hold its metadata, gathered in one walk: each question to the document itself walks all of it.</summary>
internal sealed class PageIndex
{
    private static readonly HashSet<string> Tags = ["title", "h1", "meta", "link", "script", "time"];

    private readonly Dictionary<string, List<IElement>> _named = [];
    private readonly List<IElement> _marked = [];

    public PageIndex(IDocument document)
    {
        Document = document;
        Gather(document);
    }

    public IDocument Document { get; }

    /// <summary>What JSON-LD, meta elements and microdata do not tell, selectors may find; with a walk of the page for each.</summary>
    public IEnumerable<IElement> Select(string selector) => Document.QuerySelectorAll(selector);

    /// <summary>Elements of that name in the page's order: title, h1, meta, link, script or time.</summary>
    public IReadOnlyList<IElement> Named(string tag) => _named.TryGetValue(tag, out var list) ? list : [];

    /// <summary>Elements with that itemprop in the page's order.</summary>
    public IEnumerable<IElement> Property(string name) => _marked.Where(element => IsProperty(element, name));

    /// <summary>Elements with that itemprop, and times that are called the day of publication, in the page's order.</summary>
    public IEnumerable<IElement> PropertyOrPublicationTime(string name) =>
        _marked.Where(element => IsProperty(element, name) || (element.LocalName == "time" && element.HasAttribute("pubdate")));

    /// <summary>The address of the first link element with that relation.</summary>
    public string? Link(string relation) =>
        Named("link").FirstOrDefault(link => link.GetAttribute("rel")?.Split(' ').Contains(relation, StringComparer.OrdinalIgnoreCase) == true)?.GetAttribute("href");

    private static bool IsProperty(IElement element, string name) => element.GetAttribute("itemprop") == name;

    // Depth is bounded by the check of the raw page (NestingGuard), so plain recursion is safe.
    private void Gather(INode parent)
    {
        var children = parent.ChildNodes;
        for (var i = 0; i < children.Length; i++)
        {
            if (children[i] is not IElement element)
                continue;

            if (Tags.Contains(element.LocalName))
                (_named.TryGetValue(element.LocalName, out var list) ? list : _named[element.LocalName] = []).Add(element);
            if (element.LocalName == "time" || element.HasAttribute("itemprop"))
                _marked.Add(element);
            Gather(element);
        }
    }
}
