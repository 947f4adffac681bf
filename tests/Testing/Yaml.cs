using YamlDotNet.RepresentationModel;

namespace NewsPlatform.Testing;

/// <summary>YAML as plain dictionaries, lists and strings; merge keys (<c>&lt;&lt;</c>) are followed, a mapping's own keys win.</summary>
public static class Yaml
{
    private const string MergeKey = "<<";

    /// <summary>Every document of a file of the repository.</summary>
    public static IReadOnlyList<Node> ReadAll(params string[] path)
    {
        using var text = new StreamReader(Repository.PathOf(path));
        return Parse(text);
    }

    public static IReadOnlyList<Node> Parse(TextReader text)
    {
        var stream = new YamlStream();
        stream.Load(text);
        return [.. stream.Documents.Select(document => new Node(document.RootNode))];
    }

    /// <summary>A place in a document.</summary>
    public sealed record Node(YamlNode Value)
    {
        public Node this[string key] => TryGet(key) ?? throw new KeyNotFoundException($"no '{key}' in {Value}");

        public bool IsList => Value is YamlSequenceNode;

        public bool IsText => Value is YamlScalarNode;

        public IReadOnlyList<Node> Items => [.. ((YamlSequenceNode)Value).Children.Select(child => new Node(child))];

        public string Text => ((YamlScalarNode)Value).Value ?? "";

        public IReadOnlyDictionary<string, Node> Entries
        {
            get
            {
                var entries = new Dictionary<string, Node>(StringComparer.Ordinal);
                var own = ((YamlMappingNode)Value).Children.ToDictionary(child => ((YamlScalarNode)child.Key).Value!, child => new Node(child.Value), StringComparer.Ordinal);
                if (own.Remove(MergeKey, out var merged))
                {
                    // Of several the first wins.
                    foreach (var (key, value) in (merged.IsList ? merged.Items : [merged]).Reverse().SelectMany(mapping => mapping.Entries))
                    {
                        entries[key] = value;
                    }
                }

                foreach (var (key, value) in own)
                {
                    entries[key] = value;
                }

                return entries;
            }
        }

        public Node? TryGet(string key) => Value is YamlMappingNode && Entries.TryGetValue(key, out var value) ? value : null;
    }
}
