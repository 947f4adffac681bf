namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>Tells a page's blocks apart in two rounds: the second knows what the first made of the blocks around.</summary>
internal sealed class BlockModel(BoostedTrees first, BoostedTrees second)
{
    /// <summary>Figures of one block in the second round.</summary>
    public const int SecondCount = BlockFeatures.Count + (2 * Reach) + 1 + 4;

    private const int Reach = 4;
    private const float Sure = 0.7f;

    // Most blocks of a page; asking again costs time and changes nothing.
    private const float Hopeless = 0.015f;

    /// <summary>The model that ships with the service.</summary>
    public static BlockModel Shared { get; } = Read(typeof(BlockModel).Assembly.GetManifestResourceStream("article-blocks.bin")
        ?? throw new InvalidOperationException("The model article-blocks.bin is not embedded in the assembly."));

    public static BlockModel Read(Stream stream)
    {
        using var reader = new BinaryReader(stream);
        return new BlockModel(BoostedTrees.Read(reader), BoostedTrees.Read(reader));
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true);
        first.Write(writer);
        second.Write(writer);
    }

    /// <summary>How likely each block belongs to the article, 0 to 1.</summary>
    public float[] Probabilities(float[] rows)
    {
        var result = FirstRound(first, rows);
        var wide = Widen(rows, result);
        for (var i = 0; i < result.Length; i++)
            result[i] = result[i] < Hopeless ? 0 : second.Probability(wide.AsSpan(i * SecondCount, SecondCount));
        return result;
    }

    public static float[] FirstRound(BoostedTrees model, float[] rows)
    {
        var result = new float[rows.Length / BlockFeatures.Count];
        for (var i = 0; i < result.Length; i++)
            result[i] = model.Probability(rows.AsSpan(i * BlockFeatures.Count, BlockFeatures.Count));
        return result;
    }

    /// <summary>The rows with what the first round said of the blocks around each.</summary>
    public static float[] Widen(float[] rows, float[] said)
    {
        var wide = new float[said.Length * SecondCount];
        var sureFirst = Array.FindIndex(said, value => value > Sure);
        var sureLast = Array.FindLastIndex(said, value => value > Sure);
        var all = said.Sum();
        float before = 0;
        for (var i = 0; i < said.Length; i++)
        {
            var row = wide.AsSpan(i * SecondCount, SecondCount);
            rows.AsSpan(i * BlockFeatures.Count, BlockFeatures.Count).CopyTo(row);
            var n = BlockFeatures.Count;
            for (var at = i - Reach; at <= i + Reach; at++)
                row[n++] = at >= 0 && at < said.Length ? said[at] : -1;
            row[n++] = i - sureFirst;
            row[n++] = sureLast - i;
            row[n++] = before / (all + 0.01f);
            row[n++] = all;
            before += said[i];
        }

        return wide;
    }
}
