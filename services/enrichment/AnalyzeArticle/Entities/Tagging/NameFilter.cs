namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

/// <summary>
/// Which kinds of names a word may be, after large word lists that are kept as bits only (Bloom filters: no word can be read out of them; one
/// unlisted word in a hundred passes).
/// </summary>
internal sealed class NameFilter
{
    /// <summary>Kinds, in the order of their bits: given names, surnames, places, organisations.</summary>
    public const int Kinds = 4;

    private const int BitsForWord = 10;
    private const int Probes = 6;

    private static readonly Lazy<NameFilter> Instance = new(Load);

    private readonly byte[][] _bits;

    private NameFilter(byte[][] bits) => _bits = bits;

    public static NameFilter Shared => Instance.Value;

    /// <summary>Makes the filter of lists in the order of the kinds.</summary>
    public static NameFilter Of(IReadOnlyList<IReadOnlyCollection<(string Word, bool Stem)>> lists) => new([.. lists.Select(Fill)]);

    public static NameFilter Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        var bits = new byte[Kinds][];
        for (var kind = 0; kind < Kinds; kind++)
        {
            bits[kind] = reader.ReadBytes(reader.ReadInt32());
        }

        return new NameFilter(bits);
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        foreach (var bits in _bits)
        {
            writer.Write(bits.Length);
            writer.Write(bits);
        }
    }

    /// <summary>A bit for each kind that a word may be, or that some word of a stem may be.</summary>
    public int KindsOf(ReadOnlySpan<char> word, bool stem)
    {
        var (first, step) = HashesOf(word, stem);
        var kinds = 0;
        for (var kind = 0; kind < Kinds; kind++)
        {
            kinds |= Has(_bits[kind], first, step) ? 1 << kind : 0;
        }

        return kinds;
    }

    private static NameFilter Load()
    {
        using var stream = typeof(NameFilter).Assembly.GetManifestResourceStream("Tagging/name-words.bin")
            ?? throw new InvalidOperationException("The word filter 'name-words.bin' is missing from the assembly; build NewsPlatform.Enrichment again.");
        return Read(stream);
    }

    private static byte[] Fill(IReadOnlyCollection<(string Word, bool Stem)> words)
    {
        var bits = new byte[Math.Max(1, words.Count * BitsForWord / 8)];
        foreach (var (word, stem) in words)
        {
            var (first, step) = HashesOf(word, stem);
            for (var probe = 0u; probe < Probes; probe++)
            {
                var bit = BitOf(bits, first + (probe * step));
                bits[bit >> 3] |= (byte)(1 << (bit & 7));
            }
        }

        return bits;
    }

    private static bool Has(byte[] bits, uint first, uint step)
    {
        for (var probe = 0u; probe < Probes; probe++)
        {
            var bit = BitOf(bits, first + (probe * step));
            if ((bits[bit >> 3] & (1 << (bit & 7))) == 0)
            {
                return false;
            }
        }

        return true;
    }

    private static (uint First, uint Step) HashesOf(ReadOnlySpan<char> word, bool stem)
    {
        var first = NameHash.Of(word, stem ? 2u : 1u);
        return (first, NameHash.Of(first, 3) | 1);
    }

    private static int BitOf(byte[] bits, uint hash) => (int)(hash % (uint)(bits.Length * 8));
}
