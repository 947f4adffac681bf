using NewsPlatform.Ingestion.ShowLimits;

namespace NewsPlatform.Ingestion.ReadFeed.Xml;

/// <summary>Builds the tree from what either XML reader finds, and keeps it within the limits.</summary>
internal sealed class FeedTreeBuilder(FeedLimits limits, Uri? documentBase)
{
    private readonly List<FeedElement> _open = [];
    private int _elements;

    public FeedElement? Root { get; private set; }

    public int Depth => _open.Count;

    public FeedElement? Current => _open.Count == 0 ? null : _open[^1];

    public FeedElement Open(string? namespaceUri, string prefix, string local, IReadOnlyList<FeedAttribute> attributes)
    {
        if (++_elements > limits.MaxElements || _open.Count >= limits.MaxDepth)
        {
            throw new UnreadableFeedException(
                $"The document is refused: it has more than {limits.MaxElements} elements or nests them deeper than {limits.MaxDepth} levels.")
            {
                Limit = _elements > limits.MaxElements ? IngestionLimit.XmlElements : IngestionLimit.XmlDepth,
            };
        }

        var parent = Current;
        var element = new FeedElement(FeedNamespaces.KeyOf(namespaceUri, prefix, local), local, parent)
        {
            Namespace = namespaceUri ?? "",
            Attributes = attributes,
            Base = BaseOf(attributes, parent?.Base ?? documentBase),
            Language = attributes.FirstOrDefault(attribute => attribute.Key == "xml:lang")?.Value.Trim().Replace('_', '-') ?? parent?.Language,
        };
        parent?.Nodes.Add(element);
        Root ??= element;
        _open.Add(element);
        return element;
    }

    public void Text(string text) => Current?.Nodes.Add(text);

    public void Close() => _open.RemoveAt(_open.Count - 1);

    /// <summary>Position among the open elements, 0 = root, of the innermost one of that name; -1 when none is open.</summary>
    public int LastOpen(string local) => _open.FindLastIndex(element => string.Equals(element.Name, local, StringComparison.OrdinalIgnoreCase));

    private static Uri? BaseOf(IReadOnlyList<FeedAttribute> attributes, Uri? inherited)
    {
        var declared = attributes.FirstOrDefault(attribute => attribute.Key is "xml:base" or "base")?.Value;
        return declared is not null && FeedLink.Resolve(declared, inherited) is { } address && FeedLink.IsWeb(address) ? new Uri(address) : inherited;
    }
}
