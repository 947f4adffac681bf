namespace NewsPlatform.Text;

/// <summary>Translates between UTF-16 indexes, which code uses, and code points, which events and the API use.</summary>
public sealed class CodePointMap
{
    private readonly int _length;

    // UTF-16 index of the first half of every surrogate pair, ascending; empty for most texts, and then both directions are the identity.
    private readonly int[] _pairs;

    public CodePointMap(string text)
    {
        _length = text.Length;
        _pairs = FindPairs(text);
    }

    /// <summary>Length of the text in code points.</summary>
    public int CodePointCount => _length - _pairs.Length;

    /// <summary>The code point at a UTF-16 index; the second half of a pair belongs to its first. The text's length is a valid index.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the text.</exception>
    public int ToCodePoint(int utf16Index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(utf16Index);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(utf16Index, _length);

        return utf16Index - PairsBefore(utf16Index, codePoints: false);
    }

    /// <summary>The UTF-16 index where a code point begins. The count of code points is a valid position.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The code point is outside the text.</exception>
    public int ToUtf16(int codePoint)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(codePoint);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(codePoint, CodePointCount);

        return codePoint + PairsBefore(codePoint, codePoints: true);
    }

    private static int[] FindPairs(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDBFF') < 0)
        {
            return [];
        }

        var pairs = new List<int>();
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
            {
                pairs.Add(i++);
            }
        }

        return [.. pairs];
    }

    private int PairsBefore(int position, bool codePoints)
    {
        var (low, high) = (0, _pairs.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var start = codePoints ? _pairs[middle] - middle : _pairs[middle];
            (low, high) = start < position ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
