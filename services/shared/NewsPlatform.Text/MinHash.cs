namespace NewsPlatform.Text;

/// <summary>
/// Fingerprints that find reprints: the smallest of 64 hashes over all runs of three words (Broder 1997). The values depend on
/// the text alone, so they may be stored and compared by other processes and later versions.
/// </summary>
public static class MinHash
{
    /// <summary>Values in a signature.</summary>
    public const int SignatureLength = 64;

    /// <summary>Keys that <see cref="Bands"/> gives of a signature.</summary>
    public const int BandCount = SignatureLength / BandRows;

    // 21 bands of 3 values: texts that share half of their shingles (Jaccard) meet with 94 %, those that share 5 % with 0.3 %.
    private const int BandRows = 3;

    private static readonly ulong[] Multipliers = MakeConstants(seed: 1);

    private static readonly ulong[] Increments = MakeConstants(seed: 2);

    /// <summary>64 values for the text; empty below 8 words, where runs of words say nothing.</summary>
    public static uint[] Signature(string text)
    {
        var runs = WordRuns.Of(text);
        return runs.Length == 0 ? [] : Minimise(runs);
    }

    /// <summary>The share of their three-word runs that two texts have in common (Dice, estimated within about .06): 0 to 1; 0 if either signature is empty.</summary>
    /// <exception cref="ArgumentException">The signatures are of different lengths.</exception>
    public static double Similarity(IReadOnlyList<uint> first, IReadOnlyList<uint> second)
    {
        if (first.Count == 0 || second.Count == 0)
        {
            return 0;
        }

        if (first.Count != second.Count)
        {
            throw new ArgumentException($"Signatures of {first.Count} and {second.Count} values cannot be compared; both must come from the same version.", nameof(second));
        }

        var equal = 0;
        for (var i = 0; i < first.Count; i++)
        {
            equal += first[i] == second[i] ? 1 : 0;
        }

        // Jaccard punishes a changed word in both texts; Dice stays readable as a share: a tenth of the words replaced one by one gives .73.
        var jaccard = (double)equal / first.Count;
        return 2 * jaccard / (1 + jaccard);
    }

    /// <summary>21 keys: texts that share a key are candidates to compare. Empty for an empty signature.</summary>
    public static IReadOnlyList<ulong> Bands(IReadOnlyList<uint> signature)
    {
        var bands = new ulong[signature.Count / BandRows];
        for (var band = 0; band < bands.Length; band++)
        {
            var key = WordRuns.Mix((ulong)band + 1);
            for (var row = 0; row < BandRows; row++)
            {
                key = WordRuns.Mix(key ^ signature[(band * BandRows) + row]);
            }

            bands[band] = key;
        }

        return bands;
    }

    private static uint[] Minimise(ReadOnlySpan<ulong> runs)
    {
        var signature = new uint[SignatureLength];
        Array.Fill(signature, uint.MaxValue);
        foreach (var run in runs)
        {
            for (var i = 0; i < SignatureLength; i++)
            {
                var value = (uint)(((run * Multipliers[i]) + Increments[i]) >> 32);
                signature[i] = Math.Min(signature[i], value);
            }
        }

        return signature;
    }

    private static ulong[] MakeConstants(ulong seed)
    {
        var constants = new ulong[SignatureLength];
        for (var i = 0; i < SignatureLength; i++)
        {
            constants[i] = WordRuns.Mix((seed << 32) + (ulong)i) | 1;
        }

        return constants;
    }
}
