namespace NewsPlatform.TrainNames;

/// <summary>Groups words that are used alike, by k-means over unit vectors; the same numbers in every run.</summary>
internal sealed class WordGroups(float[] vectors, int dimensions)
{
    // Centres begin at frequent words.
    private const int Frequent = 30_000;

    private readonly int _count = vectors.Length / dimensions;
    private long _seed = 7;

    /// <summary>Lines "word TAB group TAB group TAB group", from the coarsest grain to the finest.</summary>
    public static IEnumerable<string> Lines(IReadOnlyList<string> words, float[] vectors)
    {
        var groups = new WordGroups(vectors, vectors.Length / words.Count);
        var (coarse, middle, fine) = (groups.Group(40, 6), groups.Group(250, 6), groups.Group(1000, 4));
        return words.Select((word, i) => $"{word}\t{coarse[i]}\t{middle[i]}\t{fine[i]}");
    }

    private int[] Group(int groups, int rounds)
    {
        var centres = new float[groups * dimensions];
        for (var group = 0; group < groups; group++)
            vectors.AsSpan(Next() * dimensions, dimensions).CopyTo(centres.AsSpan(group * dimensions));
        var nearest = new int[_count];
        for (var round = 0; round < rounds; round++)
        {
            Parallel.For(0, _count, word => nearest[word] = Nearest(word, centres, groups));
            Centre(centres, nearest, groups);
        }

        return nearest;
    }

    private int Nearest(int word, float[] centres, int groups)
    {
        var (best, most) = (0, -9.0);
        var own = vectors.AsSpan(word * dimensions, dimensions);
        for (var group = 0; group < groups; group++)
        {
            var centre = centres.AsSpan(group * dimensions, dimensions);
            var sum = 0.0;
            for (var d = 0; d < own.Length; d++)
                sum += (double)own[d] * centre[d];
            (best, most) = sum > most ? (group, sum) : (best, most);
        }

        return best;
    }

    private void Centre(float[] centres, int[] nearest, int groups)
    {
        Array.Clear(centres);
        for (var word = 0; word < _count; word++)
        {
            for (var d = 0; d < dimensions; d++)
                centres[(nearest[word] * dimensions) + d] += vectors[(word * dimensions) + d];
        }

        for (var group = 0; group < groups; group++)
        {
            var centre = centres.AsSpan(group * dimensions, dimensions);
            var length = 0.0;
            foreach (var value in centre)
                length += (double)value * value;
            length = length == 0 ? 1 : Math.Sqrt(length);
            foreach (ref var value in centre)
                value = (float)(value / length);
        }
    }

    // A linear congruential generator in double precision, as the groups in the tree were drawn first.
    private int Next()
    {
        _seed = (long)(((ulong)(((double)_seed * 1103515245.0) + 12345.0)) & 0x7fffffff);
        return (int)Math.Floor(_seed / (double)0x7fffffff * Math.Min(_count, Frequent));
    }
}
