using NewsPlatform.Testing;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using YamlDotNet.Serialization;

namespace NewsPlatform.Architecture.Tests.Deploy;

/// <summary>YAML files of the repository as plain dictionaries, lists and strings; merge keys are followed.</summary>
internal static class Yaml
{
    public static IReadOnlyList<Node> ReadAll(params string[] path)
    {
        using var text = new StreamReader(Repository.PathOf(path));
        var parser = new MergingParser(new Parser(text));
        var stream = new YamlStream();
        stream.Load(parser);
        return [.. stream.Documents.Select(document => new Node(document.RootNode))];
    }

    /// <summary>A place in a document.</summary>
    internal sealed record Node(YamlNode Value)
    {
        public Node this[string key] => TryGet(key) ?? throw new KeyNotFoundException($"no '{key}' in {Value}");

        public IReadOnlyDictionary<string, Node> Entries =>
            ((YamlMappingNode)Value).Children.ToDictionary(child => ((YamlScalarNode)child.Key).Value!, child => new Node(child.Value), StringComparer.Ordinal);

        public IReadOnlyList<Node> Items => [.. ((YamlSequenceNode)Value).Children.Select(child => new Node(child))];

        public string Text => ((YamlScalarNode)Value).Value ?? "";

        public Node? TryGet(string key) =>
            Value is YamlMappingNode mapping && mapping.Children.TryGetValue(new YamlScalarNode(key), out var value) ? new Node(value) : null;
    }
}
