using System.Text.RegularExpressions;
using NewsPlatform.Architecture.Tests.Deploy;
using NewsPlatform.Testing;

namespace NewsPlatform.Architecture.Tests;

/// <summary>The README's configuration table and the code name the same keys.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void The_configuration_table_names_every_key_of_the_code_and_no_other()
    {
        var told = File.ReadLines(Repository.PathOf("README.md")).Where(line => line.StartsWith("| `", StringComparison.Ordinal)).SelectMany(KeysOf).ToHashSet(StringComparer.OrdinalIgnoreCase);

        Assert.Equal(ConfigurationKeys.All.Order(StringComparer.OrdinalIgnoreCase), told.Order(StringComparer.OrdinalIgnoreCase));
    }

    // `Section:First`, `:Second` in the first cell stand for Section:First and Section:Second.
    private static IEnumerable<string> KeysOf(string line)
    {
        var names = Quoted().Matches(line.Split('|')[1]).Select(match => match.Groups["name"].Value).ToList();
        var prefix = names[0][..names[0].LastIndexOf(':')];
        return names.Select(name => Placeholder().Replace(name.StartsWith(':') ? prefix + name : name, "*"));
    }

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Quoted();

    [GeneratedRegex("<[^>]+>", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex Placeholder();
}
