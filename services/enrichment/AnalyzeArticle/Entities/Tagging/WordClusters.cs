using System.Collections.Frozen;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

/// <summary>Which English words are used alike, as numbers of groups at three grains; words are kept as hashes only.</summary>
internal sealed class WordClusters
{
    private static readonly Lazy<WordClusters> Instance = new(Load);

    private readonly FrozenDictionary<uint, Cluster> _clusters;

    private WordClusters(FrozenDictionary<uint, Cluster> clusters) => _clusters = clusters;

    public static WordClusters English => Instance.Value;

    /// <summary>The groups of a word; zeros when it is unknown.</summary>
    public Cluster Of(string form) => _clusters.GetValueOrDefault(NameHash.Of(form));

    /// <summary>Packs lines of "word TAB coarse TAB middle TAB fine".</summary>
    public static void Pack(IEnumerable<string> lines, Stream output)
    {
        using var writer = new BinaryWriter(output);
        foreach (var parts in lines.Select(line => line.Split('\t')).DistinctBy(parts => NameHash.Of(parts[0])))
        {
            writer.Write(NameHash.Of(parts[0]));
            foreach (var part in parts[1..])
            {
                writer.Write((ushort)(1 + ushort.Parse(part, System.Globalization.CultureInfo.InvariantCulture)));
            }
        }
    }

    private static WordClusters Load()
    {
        using var stream = typeof(WordClusters).Assembly.GetManifestResourceStream("Tagging/word-groups.bin")
            ?? throw new InvalidOperationException("The word groups 'word-groups.bin' are missing from the assembly; build NewsPlatform.Enrichment again.");
        using var reader = new BinaryReader(stream);
        var clusters = new Dictionary<uint, Cluster>();
        while (stream.Position < stream.Length)
        {
            clusters[reader.ReadUInt32()] = new Cluster(reader.ReadUInt16(), reader.ReadUInt16(), reader.ReadUInt16());
        }

        return new WordClusters(clusters.ToFrozenDictionary());
    }
}

/// <summary>A word's groups, from the coarsest to the finest; 0 = none.</summary>
[System.Runtime.InteropServices.StructLayout(System.Runtime.InteropServices.LayoutKind.Auto)]
internal readonly record struct Cluster(ushort Coarse, ushort Middle, ushort Fine);
