using System.IO.Compression;
using System.Runtime.Intrinsics;

namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

/// <summary>
/// A trained sequence tagger: how much each hashed feature speaks for each label, and each label for the next. The best sequence is found by
/// Viterbi's way, in time proportional to the words.
/// </summary>
internal sealed class TagModel
{
    /// <summary>Features are hashed into so many rows.</summary>
    public const int Rows = 1 << 18;

    private const int Labels = NameLabels.Count;

    // Rows are as wide as a vector.
    private const int Stride = 16;

    private readonly float[] _transitions;
    private readonly sbyte[] _weights;
    private readonly float _step;

    /// <summary>Quantises weights: one row of <see cref="NameLabels.Count"/> for each feature; transitions from label to label.</summary>
    public TagModel(float[] weights, float[] transitions)
    {
        _transitions = transitions;
        // The few largest weights are cut: a finer step serves all others.
        var largest = Math.Max(1e-6f, weights.Where(weight => weight != 0).Select(Math.Abs).Order().ElementAtOrDefault((int)(weights.Count(weight => weight != 0) * 0.9995)));
        _step = largest / sbyte.MaxValue;
        _weights = new sbyte[Rows * Stride];
        for (var i = 0; i < weights.Length; i++)
        {
            _weights[(i / Labels * Stride) + (i % Labels)] = (sbyte)Math.Clamp(MathF.Round(weights[i] / _step), sbyte.MinValue, sbyte.MaxValue);
        }
    }

    private TagModel(float step, float[] transitions, sbyte[] weights) => (_step, _transitions, _weights) = (step, transitions, weights);

    public static TagModel Read(Stream stream)
    {
        using var reader = new BinaryReader(new BrotliStream(stream, CompressionMode.Decompress));
        var step = reader.ReadSingle();
        var transitions = new float[Labels * Labels];
        for (var i = 0; i < transitions.Length; i++)
        {
            transitions[i] = reader.ReadSingle();
        }

        var weights = new sbyte[Rows * Stride];
        reader.BaseStream.ReadExactly(System.Runtime.InteropServices.MemoryMarshal.AsBytes(weights.AsSpan()));
        return new TagModel(step, transitions, weights);
    }

    public void Write(Stream stream)
    {
        using var writer = new BinaryWriter(new BrotliStream(stream, CompressionLevel.SmallestSize));
        writer.Write(_step);
        foreach (var transition in _transitions)
        {
            writer.Write(transition);
        }

        writer.Write(System.Runtime.InteropServices.MemoryMarshal.AsBytes(_weights.AsSpan()));
    }

    /// <summary>The best labels of a row of words, each given by its features.</summary>
    public byte[] Best(IReadOnlyList<int[]> features)
    {
        var scores = new float[features.Count * Labels];
        Span<short> sums = stackalloc short[Stride];
        for (var i = 0; i < features.Count; i++)
        {
            Sum(features[i], sums);
            for (var label = 0; label < Labels; label++)
            {
                scores[(i * Labels) + label] = sums[label] * _step;
            }
        }

        return Viterbi.Best(scores, _transitions);
    }

    // A word has fewer features than overflow a short (258 of the largest weight).
    private void Sum(int[] features, Span<short> sums)
    {
        var sum = Vector256<short>.Zero;
        foreach (var feature in features)
        {
            var (low, high) = Vector128.Widen(Vector128.LoadUnsafe(ref _weights[feature * Stride]));
            sum += Vector256.Create(low, high);
        }

        sum.CopyTo(sums);
    }
}
