using System.Globalization;

namespace NewsPlatform.Ingestion.RespectSites;

/// <summary>What a robots.txt says to us (RFC 9309): the rules of our own group, else of the group for all.</summary>
internal sealed record RobotsFile(IReadOnlyList<RobotsRule> Rules, TimeSpan? CrawlDelay)
{
    public static readonly RobotsFile AllowsAll = new([], null);

    // What is beyond these is left out; the RFC asks for 500 KiB at the least.
    private const int MaxCharacters = 512 * 1024;
    private const int MaxRules = 2_000;
    private const int MaxPattern = 1_000;

    /// <param name="text">The file; whatever is no rule is passed over.</param>
    /// <param name="product">Our name in it, such as <c>NewsPlatform</c>.</param>
    public static RobotsFile Parse(string text, string product)
    {
        var groups = new List<Group>();
        var isHead = false;
        foreach (var line in Whole(text).TrimStart('\uFEFF').Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            var (key, value) = Read(line);
            if (key == "user-agent")
            {
                if (!isHead)
                    groups.Add(new Group());

                groups[^1].Agents.Add(value);
            }
            else if (groups.Count > 0)
            {
                groups[^1].Take(key, value);
            }

            isHead = key == "user-agent" || (isHead && key.Length == 0);
        }

        return Merge(groups, agent => agent.Equals(product, StringComparison.OrdinalIgnoreCase)) ?? Merge(groups, agent => agent == "*") ?? AllowsAll;
    }

    /// <summary>The longest rule that matches decides, and of two as long the one that allows; robots.txt itself is always allowed.</summary>
    public bool Allows(Uri address)
    {
        var path = RobotsRule.Normal(address.PathAndQuery);
        RobotsRule? best = null;
        foreach (var rule in Rules)
        {
            if ((best is null || rule.Pattern.Length > best.Pattern.Length || (rule.Pattern.Length == best.Pattern.Length && rule.IsAllowed)) && rule.Matches(path))
                best = rule;
        }

        return best is null || best.IsAllowed || path == "/robots.txt";
    }

    // A rule cut in its middle would forbid more than it says.
    private static string Whole(string text) => text.Length <= MaxCharacters ? text : text[..(text.LastIndexOf('\n', MaxCharacters - 1) + 1)];

    private static RobotsFile? Merge(List<Group> groups, Predicate<string> isOurs)
    {
        var ours = groups.Where(group => group.Agents.Exists(isOurs)).ToList();
        return ours.Count == 0 ? null : new RobotsFile([.. ours.SelectMany(group => group.Rules).Take(MaxRules)], ours.Select(group => group.CrawlDelay).Max());
    }

    private static (string Key, string Value) Read(string line)
    {
        var bare = line.Split('#')[0];
        var colon = bare.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? ("", "") : (bare[..colon].Trim().ToLowerInvariant(), bare[(colon + 1)..].Trim());
    }

    private sealed class Group
    {
        public List<string> Agents { get; } = [];

        public List<RobotsRule> Rules { get; } = [];

        public TimeSpan? CrawlDelay { get; private set; }

        public void Take(string key, string value)
        {
            if (key is "allow" or "disallow" && value.Length is > 0 and <= MaxPattern)
                Rules.Add(new RobotsRule(key == "allow", RobotsRule.Normal(value)));
            else if (key == "crawl-delay" && double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is > 0 and < 86_400)
                CrawlDelay = TimeSpan.FromSeconds(seconds);
        }
    }
}

/// <summary>One rule; <c>*</c> in its pattern stands for anything, <c>$</c> at its end for the end of the address.</summary>
internal sealed record RobotsRule(bool IsAllowed, string Pattern)
{
    private readonly string[] _parts = Pattern.TrimEnd('$').Split('*');
    private readonly bool _isWhole = Pattern.EndsWith('$');

    public bool Matches(string path)
    {
        if (!path.StartsWith(_parts[0], StringComparison.Ordinal))
            return false;

        var at = _parts[0].Length;
        for (var part = 1; part < _parts.Length; part++)
        {
            var found = part == _parts.Length - 1 && _isWhole
                ? (path.Length - _parts[part].Length >= at && path.EndsWith(_parts[part], StringComparison.Ordinal) ? path.Length - _parts[part].Length : -1)
                : path.IndexOf(_parts[part], at, StringComparison.Ordinal);
            if (found < 0)
                return false;

            at = found + _parts[part].Length;
        }

        return !_isWhole || at == path.Length;
    }

    /// <summary>In letters, whatever was escaped; but for the characters that would then mean something.</summary>
    public static string Normal(string path) => Uri.UnescapeDataString(path
        .Replace("%2F", "%252F", StringComparison.OrdinalIgnoreCase)
        .Replace("%2A", "%252A", StringComparison.OrdinalIgnoreCase)
        .Replace("%24", "%2524", StringComparison.Ordinal));
}
