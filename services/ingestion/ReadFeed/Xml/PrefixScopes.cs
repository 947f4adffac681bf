namespace NewsPlatform.Ingestion.ReadFeed.Xml;

/// <summary>Which prefix stands for which namespace, element by element.</summary>
internal sealed class PrefixScopes
{
    private readonly Stack<IReadOnlyDictionary<string, string>?> _scopes = new();

    public void Enter(IEnumerable<KeyValuePair<string, string>> attributes)
    {
        Dictionary<string, string>? declared = null;
        foreach (var (name, value) in attributes)
        {
            if (name == "xmlns" || name.StartsWith("xmlns:", StringComparison.Ordinal))
            {
                (declared ??= [])[name.Length > 6 ? name[6..] : ""] = value;
            }
        }

        _scopes.Push(declared);
    }

    public void Leave() => _scopes.Pop();

    /// <summary>Null for a prefix that nobody declared.</summary>
    public string? Find(string prefix)
    {
        foreach (var scope in _scopes)
        {
            if (scope is not null && scope.TryGetValue(prefix, out var uri))
            {
                return uri;
            }
        }

        return prefix switch { "" => "", "xml" => FeedNamespaces.Xml, _ => null };
    }

    public static (string Prefix, string Local) Split(string name)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", name) : (name[..colon], name[(colon + 1)..]);
    }
}
