using System.Collections.Frozen;

namespace NewsPlatform.Text.Stemming;

/// <summary>Suffixes of which the longest is sought at the end of a word.</summary>
internal sealed class SuffixTable
{
    private readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> _suffixes;

    private readonly int _longest;

    /// <param name="suffixes">The suffixes, separated by blanks.</param>
    public SuffixTable(string suffixes)
    {
        var words = suffixes.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _longest = words.Max(suffix => suffix.Length);
        _suffixes = words.ToFrozenDictionary(suffix => suffix).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public bool Contains(ReadOnlySpan<char> suffix) => _suffixes.ContainsKey(suffix);

    /// <summary>The longest suffix that the letters end with; null if none.</summary>
    public string? Longest(ReadOnlySpan<char> letters)
    {
        for (var length = Math.Min(_longest, letters.Length); length > 0; length--)
        {
            if (_suffixes.TryGetValue(letters[^length..], out var suffix))
            {
                return suffix;
            }
        }

        return null;
    }
}
