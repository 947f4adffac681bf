using System.Collections.Frozen;

namespace NewsPlatform.Text.Stemming;

/// <summary>Suffixes of which the longest is sought at the end of a word.</summary>
internal sealed class SuffixTable
{
    private readonly FrozenDictionary<string, (string Suffix, int Group)> _suffixes;

    private readonly FrozenDictionary<string, (string Suffix, int Group)>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    private readonly int _longest;

    /// <param name="groups">Suffixes separated by blanks; those of one string are treated alike.</param>
    public SuffixTable(params string[] groups)
    {
        _suffixes = groups
            .SelectMany((suffixes, group) => suffixes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(suffix => (Suffix: suffix, Group: group)))
            .ToFrozenDictionary(entry => entry.Suffix);
        _lookup = _suffixes.GetAlternateLookup<ReadOnlySpan<char>>();
        _longest = _suffixes.Keys.Max(suffix => suffix.Length);
    }

    public bool Contains(string suffix) => _suffixes.ContainsKey(suffix);

    /// <summary>The position of the string, among those given to the constructor, that holds the suffix.</summary>
    public int GroupOf(string suffix) => _suffixes[suffix].Group;

    /// <summary>The longest suffix that the letters end with; null if none.</summary>
    public string? Longest(ReadOnlySpan<char> letters)
    {
        for (var length = Math.Min(_longest, letters.Length); length > 0; length--)
        {
            if (_lookup.TryGetValue(letters[^length..], out var entry))
            {
                return entry.Suffix;
            }
        }

        return null;
    }
}
