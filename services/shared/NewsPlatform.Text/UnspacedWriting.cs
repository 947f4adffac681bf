using System.Globalization;

namespace NewsPlatform.Text;

/// <summary>
/// Scripts whose words no blank parts (Thai, Lao, Burmese, Khmer, Katakana) or to which endings grow without one (Korean): a run of them is indexed and asked
/// for by its overlapping pairs of characters, each with its marks, so that a word is found wherever it stands in the run.
/// </summary>
internal static class UnspacedWriting
{
    public static bool Contains(ReadOnlySpan<char> word)
    {
        foreach (var character in word)
        {
            if (Holds(character))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The parts of a word in order: its pairs where it is written so (a single character where it stands alone), the rest as it is.</summary>
    /// <param name="text">The text.</param>
    /// <param name="word">Where the word stands in it.</param>
    public static IEnumerable<TextRange> Parts(string text, TextRange word)
    {
        var position = word.Start;
        while (position < word.End)
        {
            var start = position;
            var unspaced = Holds(text[start]);
            while (position < word.End && (Holds(text[position]) == unspaced || (unspaced && IsMark(text[position]))))
            {
                position++;
            }

            foreach (var part in unspaced ? Pairs(text, start, position) : [new TextRange(start, position - start)])
            {
                yield return part;
            }
        }
    }

    private static IEnumerable<TextRange> Pairs(string text, int start, int end)
    {
        var begins = Enumerable.Range(start, end - start).Where(position => position == start || !IsMark(text[position])).Append(end).ToList();
        return begins.Count == 2 ? [new TextRange(start, end - start)] : Enumerable.Range(0, begins.Count - 2).Select(i => new TextRange(begins[i], begins[i + 2] - begins[i]));
    }

    private static bool IsMark(char character) => CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // All of them in the first plane. The prolonged sound mark of Katakana is one of its letters here.
    private static bool Holds(char character) => character is (>= '\u0E00' and <= '\u0EFF') or (>= '\u1000' and <= '\u109F') or (>= '\u1100' and <= '\u11FF')
        or (>= '\u1780' and <= '\u17FF') or (>= '\u30A0' and <= '\u30FF') or (>= '\u3130' and <= '\u318F') or (>= '\uAC00' and <= '\uD7AF') or (>= '\uFF66' and <= '\uFF9F');
}
