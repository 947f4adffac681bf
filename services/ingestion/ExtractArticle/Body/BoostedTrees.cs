using System.Runtime.CompilerServices;

namespace NewsPlatform.Ingestion.ExtractArticle;

/// <summary>A sum of small decision trees: the file that tests/Benchmarks/TrainExtraction writes.</summary>
/// <param name="depth">Questions on the way to a leaf, the same in all trees.</param>
/// <param name="features">Which figure each inner node asks for, tree by tree, level by level.</param>
/// <param name="thresholds">A figure above it goes to the right.</param>
/// <param name="leaves">What each leaf adds to the sum.</param>
internal sealed class BoostedTrees(int depth, byte[] features, float[] thresholds, float[] leaves)
{
    public static BoostedTrees Read(BinaryReader reader)
    {
        var trees = reader.ReadInt32();
        var depth = reader.ReadInt32();
        var inner = trees * ((1 << depth) - 1);
        var features = reader.ReadBytes(inner);
        var thresholds = new float[inner];
        for (var i = 0; i < inner; i++)
            thresholds[i] = reader.ReadSingle();
        var leaves = new float[trees << depth];
        for (var i = 0; i < leaves.Length; i++)
            leaves[i] = reader.ReadSingle();
        return new BoostedTrees(depth, features, thresholds, leaves);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(leaves.Length >> depth);
        writer.Write(depth);
        writer.Write(features);
        foreach (var threshold in thresholds)
            writer.Write(threshold);
        foreach (var leaf in leaves)
            writer.Write(leaf);
    }

    /// <summary>The probability that the row belongs to the class, 0 to 1.</summary>
    public float Probability(ReadOnlySpan<float> row)
    {
        var inner = (1 << depth) - 1;
        float sum = 0;
        for (int tree = 0, questions = 0; questions < features.Length; tree++, questions += inner)
        {
            var asked = features.AsSpan(questions, inner);
            var limits = thresholds.AsSpan(questions, inner);
            var node = 0;
            for (var level = 0; level < depth; level++)
            {
                // Added, not branched: the processor cannot guess the answers.
                var isAbove = row[asked[node]] > limits[node];
                node = (node * 2) + 1 + Unsafe.BitCast<bool, byte>(isAbove);
            }

            sum += leaves[(tree << depth) + node - inner];
        }

        return 1 / (1 + MathF.Exp(-sum));
    }
}
