using System.Reflection;
using NewsPlatform.Hosting;

namespace NewsPlatform.Ingestion.ExtractArticle.Rules;

/// <summary>All rules for publishers, found by a page's address. Immutable.</summary>
public sealed class PublisherRules
{
    private const string Resource = "publisher-rule/";

    private readonly Dictionary<string, PublisherRule[]> _byHost;

    private PublisherRules(IReadOnlyList<PublisherRule> rules)
    {
        All = rules;
        _byHost = rules.SelectMany(rule => rule.Hosts.Select(host => (Host: host, Rule: rule)))
            .GroupBy(pair => pair.Host, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.Select(pair => pair.Rule).OrderByDescending(rule => rule.Path.Length).ToArray(), StringComparer.Ordinal);
    }

    /// <summary>No rule at all.</summary>
    public static PublisherRules None { get; } = new([]);

    /// <summary>Those that come with the service.</summary>
    public static PublisherRules Shipped { get; } = ReadShipped();

    /// <summary>The shipped ones and those of a folder, as the service has them with <c>Extraction:RulesPath</c>.</summary>
    /// <param name="folder">A folder with rule files (*.json).</param>
    /// <param name="setting">What names the folder, for the sentence about one that cannot be used.</param>
    /// <exception cref="ConfigurationException">The folder or a rule in it cannot be used.</exception>
    public static PublisherRules WithFolder(string folder, string setting) => new PublisherRuleFolder(folder, setting).Current;

    internal IReadOnlyList<PublisherRule> All { get; }

    /// <summary>The rule of the page's host or the nearest host above, with the longest path that fits; null when there is none.</summary>
    internal PublisherRule? Find(Uri? page)
    {
        if (page is not { IsAbsoluteUri: true, HostNameType: UriHostNameType.Dns } || _byHost.Count == 0)
            return null;

        for (var host = page.IdnHost.TrimEnd('.').ToLowerInvariant(); host.Contains('.', StringComparison.Ordinal); host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (_byHost.TryGetValue(host, out var rules) && Array.Find(rules, rule => rule.Covers(page)) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>These and further ones, which go before these: one of the same name takes the place of it, and so does one of the same host and path there.</summary>
    /// <exception cref="InvalidRuleException">Two of the further ones are for the same host and path.</exception>
    internal PublisherRules With(IReadOnlyList<PublisherRule> further)
    {
        var places = new Dictionary<(string, string), PublisherRule>();
        foreach (var rule in further)
        {
            if (rule.Hosts.FirstOrDefault(host => !places.TryAdd((host, rule.Path), rule)) is { } twice)
                throw new InvalidRuleException($"The rule files {places[(twice, rule.Path)].Name}.json and {rule.Name}.json are both for {twice}{rule.Path}: give one of them another path or take the host out of it.");
        }

        var names = further.Select(rule => rule.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var kept = All.Where(rule => !names.Contains(rule.Name))
            .Select(rule => rule with { Hosts = [.. rule.Hosts.Where(host => !places.ContainsKey((host, rule.Path)))] })
            .Where(rule => rule.Hosts.Count > 0);
        return new PublisherRules([.. further, .. kept]);
    }

    private static PublisherRules ReadShipped()
    {
        var assembly = typeof(PublisherRules).Assembly;
        return None.With([.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Resource, StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => Read(assembly, name))]);
    }

    private static PublisherRule Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name)!; // named by the assembly itself
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return PublisherRuleFile.Read(name[Resource.Length..], bytes);
    }
}
