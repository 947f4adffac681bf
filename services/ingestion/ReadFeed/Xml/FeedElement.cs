using System.Text;

namespace NewsPlatform.Ingestion.ReadFeed.Xml;

/// <summary>An element of a feed, with names freed of the prefix that its document happened to choose.</summary>
/// <param name="key">Lower case: <c>title</c> for the formats' own elements, <c>dc:creator</c> for those of known modules, <c>?:name</c> for those of others.</param>
/// <param name="name">The local name as written.</param>
internal sealed class FeedElement(string key, string name, FeedElement? parent)
{
    public string Key { get; } = key;

    public string Name { get; } = name;

    public FeedElement? Parent { get; } = parent;

    /// <summary>Address of the namespace; empty for none.</summary>
    public string Namespace { get; init; } = "";

    public Uri? Base { get; init; }

    /// <summary>Empty where the document takes back an outer one.</summary>
    public string? Language { get; init; }

    public IReadOnlyList<FeedAttribute> Attributes { get; init; } = [];

    /// <summary>Strings and elements in the order of the document.</summary>
    public List<object> Nodes { get; } = [];

    public IEnumerable<FeedElement> Children => Nodes.OfType<FeedElement>();

    /// <summary>Value of the attribute of no namespace; null when absent.</summary>
    public string? Attribute(string key) => Attributes.FirstOrDefault(attribute => attribute.Key == key)?.Value;

    public FeedElement? Child(string key) => Children.FirstOrDefault(child => child.Key == key);

    /// <summary>All text of the element and those in it.</summary>
    public string Text()
    {
        var text = new StringBuilder();
        AppendText(text);
        return text.ToString();
    }

    private void AppendText(StringBuilder text)
    {
        foreach (var node in Nodes)
        {
            if (node is FeedElement element)
            {
                element.AppendText(text);
            }
            else
            {
                text.Append((string)node);
            }
        }
    }
}

/// <summary>An attribute by its lower-case key, named as elements are (<c>href</c>, <c>xml:lang</c>), and as written.</summary>
internal sealed record FeedAttribute(string Key, string Name, string Value);
