namespace NewsPlatform.Text.Stemming;

/// <summary>A word under the knife: its letters and the regions that Snowball stemmers work in.</summary>
internal sealed class StemBuffer(string word)
{
    // Room for the few replacements that are longer than what they replace.
    private readonly char[] _letters = [.. word, ' ', ' ', ' ', ' '];

    /// <summary>How many letters are left.</summary>
    public int Length { get; private set; } = word.Length;

    /// <summary>The last letter; a blank when nothing is left.</summary>
    public char Last => Length > 0 ? _letters[Length - 1] : ' ';

    public char this[int index]
    {
        get => _letters[index];
        set => _letters[index] = value;
    }

    public override string ToString() => new(_letters, 0, Length);

    public bool EndsWith(string suffix) => _letters.AsSpan(0, Length).EndsWith(suffix);

    public bool StartsWith(string prefix) => _letters.AsSpan(0, Length).StartsWith(prefix);

    /// <summary>The letter that stands before the last ones; a blank when there is none.</summary>
    public char Before(int count) => Length > count ? _letters[Length - count - 1] : ' ';

    /// <summary>Whether the last letters lie at or after the region's start.</summary>
    public bool Fits(string suffix, int region) => Length - suffix.Length >= region;

    /// <summary>Whether the word ends with the suffix and the suffix lies in the region.</summary>
    public bool EndsWithin(string suffix, int region) => Fits(suffix, region) && EndsWith(suffix);

    /// <summary>The longest suffix of the table that the word ends with, anywhere; null if none.</summary>
    public string? Longest(SuffixTable table) => table.Longest(_letters.AsSpan(0, Length));

    /// <summary>The longest suffix of the table that the word ends with inside the region; null if none.</summary>
    public string? LongestWithin(SuffixTable table, int region) =>
        region >= Length ? null : table.Longest(_letters.AsSpan(region, Length - region));

    /// <summary>Takes letters from the end.</summary>
    public void Cut(int count) => Length -= count;

    /// <summary>Puts other letters, at most four more, in place of the last ones.</summary>
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

    /// <summary>Cuts the first suffix that ends the word, if it lies in the region.</summary>
    public bool CutFirst(int region, params ReadOnlySpan<string> suffixes)
    {
        foreach (var suffix in suffixes)
        {
            if (EndsWith(suffix))
            {
                return CutWithin(suffix, region);
            }
        }

        return false;
    }

    /// <summary>Puts the replacement in place of the suffix if that lies in the region.</summary>
    public bool ReplaceWithin(string suffix, int region, string replacement)
    {
        if (!EndsWithin(suffix, region))
        {
            return false;
        }

        Replace(suffix.Length, replacement);
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
        var position = Skip(start, isVowel, vowels: false);
        position = Skip(position, isVowel, vowels: true);
        return Math.Min(position + 1, Length);
    }

    /// <summary>The RV of Spanish, Italian and Portuguese.</summary>
    public int RomanceRegion(Func<char, bool> isVowel)
    {
        if (Length < 2)
        {
            return Length;
        }

        if (!isVowel(_letters[1]))
        {
            return Math.Min(Skip(2, isVowel, vowels: false) + 1, Length);
        }

        return isVowel(_letters[0]) ? Math.Min(Skip(2, isVowel, vowels: true) + 1, Length) : Math.Min(3, Length);
    }

    /// <summary>Writes letters between two vowels in upper case: they act as consonants.</summary>
    public void MarkBetweenVowels(Func<char, bool> isVowel, string letters)
    {
        for (var i = 1; i + 1 < Length; i++)
        {
            if (letters.Contains(_letters[i], StringComparison.Ordinal) && isVowel(_letters[i - 1]) && isVowel(_letters[i + 1]))
            {
                _letters[i] = char.ToUpperInvariant(_letters[i]);
            }
        }
    }

    /// <summary>Puts one letter in place of another everywhere.</summary>
    public void Map(string from, string to)
    {
        for (var i = 0; i < Length; i++)
        {
            var index = from.IndexOf(_letters[i], StringComparison.Ordinal);
            _letters[i] = index >= 0 ? to[index] : _letters[i];
        }
    }

    private int Skip(int position, Func<char, bool> isVowel, bool vowels)
    {
        while (position < Length && isVowel(_letters[position]) == vowels)
        {
            position++;
        }

        return position;
    }
}
