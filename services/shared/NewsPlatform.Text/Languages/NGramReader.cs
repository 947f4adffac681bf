namespace NewsPlatform.Text.Languages;

/// <summary>
/// Reads the features by which languages are told apart: the runs of one to five letters inside each word (its borders are a sign of
/// their own) and the whole word, each hashed to 32 bits of which the lowest three name the kind.
/// </summary>
internal static class NGramReader
{
    /// <summary>The longest run of letters.</summary>
    public const int MaximumRun = 5;

    /// <summary>The kind of a whole-word feature; the kinds below are the lengths of runs.</summary>
    public const int WholeWord = MaximumRun + 1;

    private const int MaximumWord = 40;

    private const char Border = '_';

    private const uint Seed = 2166136261;

    /// <summary>The kind that a feature carries.</summary>
    public static int KindOf(uint feature) => (int)(feature & 7);

    /// <summary>Writes the features of the words of one script, as many as fit, and returns how many; other characters only end words.</summary>
    public static int Read(ReadOnlySpan<char> text, WritingSystem system, Span<uint> features)
    {
        Span<char> word = stackalloc char[MaximumWord + 2];
        word[0] = Border;
        var count = 0;
        var position = 0;
        while (position < text.Length && features.Length - count >= MaximumWord * WholeWord)
        {
            var length = ReadWord(text, ref position, system, word[1..^1]);
            if (length > 0)
            {
                word[length + 1] = Border;
                count += Hash(word[..(length + 2)], features[count..]);
            }
        }

        return count;
    }

    // Copies the word at the position in lower case, or steps over one other character. The rest of an overlong word is passed over.
    private static int ReadWord(ReadOnlySpan<char> text, ref int position, WritingSystem system, Span<char> word)
    {
        var length = 0;
        while (position < text.Length && (WritingSystems.Of(text[position]) == system || IsInnerApostrophe(text, position, length, system)))
        {
            if (length < word.Length)
            {
                var character = text[position];
                word[length++] = character is '’' or 'ʼ' ? '\'' : char.ToLowerInvariant(character);
            }

            position++;
        }

        position += length == 0 ? 1 : 0;
        return length;
    }

    private static bool IsInnerApostrophe(ReadOnlySpan<char> text, int position, int length, WritingSystem system) =>
        text[position] is '\'' or '’' or 'ʼ' && length > 0 && position + 1 < text.Length && WritingSystems.Of(text[position + 1]) == system;

    private static int Hash(ReadOnlySpan<char> bordered, Span<uint> features)
    {
        var count = 0;
        for (var start = 0; start < bordered.Length - 1; start++)
        {
            var hash = Step(Seed, bordered[start]);
            if (start > 0)
            {
                features[count++] = Finish(hash, 1);
            }

            var longest = Math.Min(MaximumRun, bordered.Length - start);
            for (var length = 2; length <= longest; length++)
            {
                hash = Step(hash, bordered[start + length - 1]);
                features[count++] = Finish(hash, length);
            }
        }

        var whole = Seed;
        foreach (var character in bordered)
        {
            whole = Step(whole, character);
        }

        features[count++] = Finish(whole, WholeWord);
        return count;
    }

    private static uint Step(uint hash, char character) => (hash ^ character) * 16777619;

    private static uint Finish(uint hash, int kind)
    {
        hash ^= hash >> 15;
        hash *= 0x846CA68B;
        hash ^= hash >> 13;
        return (hash << 3) | (uint)kind;
    }
}
