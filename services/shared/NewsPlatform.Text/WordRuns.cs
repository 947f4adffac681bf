namespace NewsPlatform.Text;

/// <summary>The runs of three words that a text is compared by, as hashes of the words alone: the same in every process and later version.</summary>
internal static class WordRuns
{
    // Runs of four lose half of themselves when every tenth word is edited; runs of three still tell unrelated texts apart.
    private const int Words = 3;

    private const int MinimumWords = 8;

    private const ulong FnvOffset = 14695981039346656037;

    private const ulong FnvPrime = 1099511628211;

    /// <summary>A hash for each run, in order; empty below 8 words, where runs of words say nothing.</summary>
    public static ulong[] Of(string text)
    {
        var words = new List<ulong>();
        foreach (var token in Tokenizer.Tokenize(text))
        {
            if (token.Kind != TokenKind.Punctuation)
            {
                words.Add(HashWord(token.In(text)));
            }
        }

        if (words.Count < MinimumWords)
        {
            return [];
        }

        var runs = new ulong[words.Count - Words + 1];
        for (var start = 0; start < runs.Length; start++)
        {
            var run = FnvOffset;
            for (var i = 0; i < Words; i++)
            {
                run = Mix(run ^ words[start + i]);
            }

            runs[start] = run;
        }

        return runs;
    }

    // The finaliser of SplitMix64 (Steele, Lea, Flood 2014).
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private static ulong HashWord(ReadOnlySpan<char> word)
    {
        var hash = FnvOffset;
        foreach (var character in word)
        {
            var lower = char.ToLowerInvariant(character);
            hash = (hash ^ (lower == 'ё' ? 'е' : lower)) * FnvPrime;
        }

        return hash;
    }
}
