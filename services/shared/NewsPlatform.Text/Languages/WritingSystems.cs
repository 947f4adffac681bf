namespace NewsPlatform.Text.Languages;

/// <summary>Which script a letter belongs to, and which one a text is written in.</summary>
internal static class WritingSystems
{
    private const int Count = (int)WritingSystem.Han + 1;

    // A syllable or ideograph carries about what three letters do.
    private const int IdeographWeight = 3;

    private static readonly (char First, char Last, WritingSystem System)[] Blocks =
    [
        ('\u00C0', '\u024F', WritingSystem.Latin),
        ('\u0370', '\u03FF', WritingSystem.Greek),
        ('\u0400', '\u052F', WritingSystem.Cyrillic),
        ('\u0530', '\u058F', WritingSystem.Armenian),
        ('\u0590', '\u05FF', WritingSystem.Hebrew),
        ('\u0600', '\u06FF', WritingSystem.Arabic),
        ('\u0750', '\u077F', WritingSystem.Arabic),
        ('\u0900', '\u097F', WritingSystem.Devanagari),
        ('\u0980', '\u09FF', WritingSystem.Bengali),
        ('\u0A00', '\u0A7F', WritingSystem.Gurmukhi),
        ('\u0A80', '\u0AFF', WritingSystem.Gujarati),
        ('\u0B80', '\u0BFF', WritingSystem.Tamil),
        ('\u0C00', '\u0C7F', WritingSystem.Telugu),
        ('\u0E00', '\u0E7F', WritingSystem.Thai),
        ('\u10A0', '\u10FF', WritingSystem.Georgian),
        ('\u1100', '\u11FF', WritingSystem.Hangul),
        ('\u1E00', '\u1EFF', WritingSystem.Latin),
        ('\u1F00', '\u1FFF', WritingSystem.Greek),
        ('\u3040', '\u30FF', WritingSystem.Kana),
        ('\u3400', '\u9FFF', WritingSystem.Han),
        ('\uAC00', '\uD7AF', WritingSystem.Hangul),
        ('\uF900', '\uFAFF', WritingSystem.Han),
        ('\uFB50', '\uFDFF', WritingSystem.Arabic),
    ];

    private static readonly byte[] Systems = MakeTable();

    /// <summary>The script of a letter; None for everything that is no letter of a known script.</summary>
    public static WritingSystem Of(char character) => (WritingSystem)Systems[character];

    /// <summary>The script that most of the text is written in and the weight of its letters (an ideograph counts for three); Han with Kana among it is Kana.</summary>
    public static (WritingSystem System, int Letters) Dominant(ReadOnlySpan<char> text)
    {
        Span<int> counts = stackalloc int[Count];
        foreach (var character in text)
        {
            counts[Systems[character]]++;
        }

        counts[(int)WritingSystem.None] = 0;
        foreach (var system in (ReadOnlySpan<WritingSystem>)[WritingSystem.Han, WritingSystem.Kana, WritingSystem.Hangul])
        {
            counts[(int)system] *= IdeographWeight;
        }

        FoldJapanese(counts);
        var best = 0;
        for (var system = 1; system < Count; system++)
        {
            best = counts[system] > counts[best] ? system : best;
        }

        return ((WritingSystem)best, counts[best]);
    }

    // Japanese news mixes about as much Kana as Han; a Chinese text has Kana only in a quoted name.
    private static void FoldJapanese(Span<int> counts)
    {
        ref var kana = ref counts[(int)WritingSystem.Kana];
        ref var han = ref counts[(int)WritingSystem.Han];
        if (kana * 8 > han)
        {
            kana += han;
        }
        else
        {
            han += kana;
        }
    }

    private static byte[] MakeTable()
    {
        var table = new byte[char.MaxValue + 1];
        foreach (var (first, last, system) in Blocks)
        {
            for (int code = first; code <= last; code++)
            {
                table[code] = char.IsLetter((char)code) ? (byte)system : (byte)WritingSystem.None;
            }
        }

        for (var letter = 'a'; letter <= 'z'; letter++)
        {
            table[letter] = table[char.ToUpperInvariant(letter)] = (byte)WritingSystem.Latin;
        }

        return table;
    }
}
