using System.Numerics;

namespace NewsPlatform.Text.Languages;

/// <summary>The languages of one script with what each feature costs them.</summary>
internal sealed class LanguageGroup
{
    /// <summary>Costs are counted in this many parts of a nat.</summary>
    public const int StepsPerNat = 1;

    /// <summary>No single feature costs a language more than eight nats.</summary>
    public const int MaximumCost = 8 * StepsPerNat;

    // Costs are summed in 16 bits and carried over before they can overflow.
    private const int FeaturesPerCarry = ushort.MaxValue / MaximumCost;

    private readonly int _width;

    private readonly int _mask;

    private readonly uint[] _slots;

    private readonly int[] _rows;

    private readonly byte[] _costs;

    private readonly float[] _priors;

    /// <param name="languages">ISO 639-1 codes.</param>
    /// <param name="strangeCost">What a known feature costs on average, in nats, in a text that is in none of the languages.</param>
    /// <param name="priors">What each language is ahead by before any letter is read, in nats.</param>
    /// <param name="features">The features that the group knows.</param>
    /// <param name="costs">A row for each feature: how much less likely than in the likeliest language it is, in steps.</param>
    public LanguageGroup(string[] languages, float strangeCost, float[] priors, ReadOnlySpan<uint> features, ReadOnlySpan<byte> costs)
    {
        Languages = languages;
        StrangeCost = strangeCost;
        _priors = priors;
        _width = (languages.Length + Vector<byte>.Count - 1) / Vector<byte>.Count * Vector<byte>.Count;
        _costs = new byte[(features.Length + 1) * _width];
        var capacity = (int)BitOperations.RoundUpToPowerOf2((uint)features.Length * 2 + 2);
        _mask = capacity - 1;
        _slots = new uint[capacity];
        _rows = new int[capacity];
        for (var i = 0; i < features.Length; i++)
        {
            var slot = SlotOf(features[i]);
            _slots[slot] = features[i];
            _rows[slot] = (i + 1) * _width;
            costs.Slice(i * languages.Length, languages.Length).CopyTo(_costs.AsSpan((i + 1) * _width));
        }
    }

    public IReadOnlyList<string> Languages { get; }

    /// <summary>A text of some length whose features cost its likeliest language more than this each, on average and in nats, is in none of the languages.</summary>
    public float StrangeCost { get; }

    /// <summary>What a text's features cost a language on average, in nats.</summary>
    public float CostOf(int language, ReadOnlySpan<float> scores, int known) => (_priors[language] - scores[language]) / known;

    /// <summary>How likely each language is after reading the features, in nats up to a constant, and how many of the features are known.</summary>
    public int Score(ReadOnlySpan<uint> features, Span<float> scores)
    {
        _priors.CopyTo(scores);
        var known = 0;
        Span<ushort> sums = stackalloc ushort[_width];
        while (!features.IsEmpty)
        {
            var part = features[..Math.Min(features.Length, FeaturesPerCarry)];
            features = features[part.Length..];
            sums.Clear();
            known += Sum(part, sums);
            for (var language = 0; language < _priors.Length; language++)
            {
                scores[language] -= (float)sums[language] / StepsPerNat;
            }
        }

        return known;
    }

    private int Sum(ReadOnlySpan<uint> features, Span<ushort> sums)
    {
        var known = 0;
        foreach (var feature in features)
        {
            var row = _rows[SlotOf(feature)];
            if (row == 0)
            {
                continue;
            }

            known++;
            for (var column = 0; column < _width; column += Vector<byte>.Count)
            {
                Vector.Widen(new Vector<byte>(_costs, row + column), out var low, out var high);
                (new Vector<ushort>(sums[column..]) + low).CopyTo(sums[column..]);
                var upper = sums[(column + Vector<ushort>.Count)..];
                (new Vector<ushort>(upper) + high).CopyTo(upper);
            }
        }

        return known;
    }

    // Where the feature is or would stand; a free slot holds 0, which no feature is (its lowest bits name its kind).
    private int SlotOf(uint feature)
    {
        var slot = (int)((feature * 2654435769u) >> 7) & _mask;
        while (_slots[slot] != feature && _slots[slot] != 0)
        {
            slot = (slot + 1) & _mask;
        }

        return slot;
    }
}
