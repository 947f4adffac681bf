namespace NewsPlatform.Text.Stemming;

/// <summary>A word under the knife: its letters and the regions that Snowball stemmers work in.</summary>
internal sealed class StemBuffer(string word)
{
    private readonly char[] _letters = word.ToCharArray();

    /// <summary>How many letters are left.</summary>
    public int Length { get; private set; } = word.Length;

    public char this[int index]
    {
        get => _letters[index];
        set => _letters[index] = value;
    }

    /// <summary>The last letter; a blank when nothing is left.</summary>
    public char Last => Length > 0 ? _letters[Length - 1] : ' ';

    public override string ToString() => new(_letters, 0, Length);

    public bool EndsWith(string suffix) => _letters.AsSpan(0, Length).EndsWith(suffix);

    public bool StartsWith(string prefix) => _letters.AsSpan(0, Length).StartsWith(prefix);

    /// <summary>Whether the word ends with the suffix and the suffix begins at or after the region's start.</summary>
    public bool EndsWithin(string suffix, int region) => Length - suffix.Length >= region && EndsWith(suffix);

    /// <summary>The longest suffix of the table that the word ends with, anywhere; null if none.</summary>
    public string? Longest(SuffixTable table) => table.Longest(_letters.AsSpan(0, Length));

    /// <summary>The longest suffix of the table that the word ends with inside the region; null if none.</summary>
    public string? LongestWithin(SuffixTable table, int region) =>
        region >= Length ? null : table.Longest(_letters.AsSpan(region, Length - region));

    /// <summary>Takes letters from the end.</summary>
    public void Cut(int count) => Length -= count;

    /// <summary>Puts other letters in place of the last ones.</summary>
    public void Replace(int count, string replacement)
    {
        Length -= count;
        replacement.CopyTo(_letters.AsSpan(Length));
        Length += replacement.Length;
    }

    /// <summary>Cuts the suffix if it ends the word inside the region.</summary>
    public bool CutWithin(string suffix, int region)
    {
        if (!EndsWithin(suffix, region))
        {
            return false;
        }

        Cut(suffix.Length);
        return true;
    }

    /// <summary>Cuts the table's longest suffix inside the region.</summary>
    public bool CutLongestWithin(SuffixTable table, int region)
    {
        if (LongestWithin(table, region) is not { } suffix)
        {
            return false;
        }

        Cut(suffix.Length);
        return true;
    }

    /// <summary>Snowball's R1 (from 0) and R2 (from R1): after the first non-vowel that follows a vowel.</summary>
    public int RegionAfter(int start, Func<char, bool> isVowel)
    {
        var position = start;
        while (position < Length && !isVowel(_letters[position]))
        {
            position++;
        }

        while (position < Length && isVowel(_letters[position]))
        {
            position++;
        }

        return Math.Min(position + 1, Length);
    }
}
