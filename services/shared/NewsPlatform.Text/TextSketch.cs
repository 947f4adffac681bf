namespace NewsPlatform.Text;

/// <summary>
/// A text by its three-word runs: all of them up to <see cref="Kept"/>, else those with the smallest hashes (bottom-k, Broder 1997). Tells how much of one
/// text stands in another: exactly for texts of up to some 250 words, within about .02 for longer ones.
/// </summary>
/// <param name="Smallest">Hashes of runs, each once, ascending; empty for a text below 8 words.</param>
/// <param name="IsWhole">Whether they are all.</param>
public sealed record TextSketch(IReadOnlyList<uint> Smallest, bool IsWhole)
{
    /// <summary>Runs kept of one text.</summary>
    public const int Kept = 256;

    /// <summary>Of a text of which nothing is known.</summary>
    public static TextSketch None { get; } = new([], true);

    public static TextSketch Of(string text)
    {
        var runs = new SortedSet<uint>(WordRuns.Of(text).Select(run => (uint)(run >> 32)));
        return new TextSketch([.. runs.Take(Kept)], runs.Count <= Kept);
    }

    /// <summary>The part of this text that stands in another, and of the other that stands in this: 0 to 1; 0 where either is <see cref="None"/>.</summary>
    public SharedText SharedWith(TextSketch other)
    {
        // Below the last hash that both know of, each sketch is the whole of its text, and a fair sample of it.
        var limit = Math.Min(IsWhole ? uint.MaxValue : Smallest[^1], other.IsWhole ? uint.MaxValue : other.Smallest[^1]);
        int ours = 0, theirs = 0, both = 0;
        while (ours < Smallest.Count && theirs < other.Smallest.Count && Smallest[ours] <= limit && other.Smallest[theirs] <= limit)
        {
            var (mine, its) = (Smallest[ours], other.Smallest[theirs]);
            both += mine == its ? 1 : 0;
            ours += mine <= its ? 1 : 0;
            theirs += its <= mine ? 1 : 0;
        }

        return both == 0 ? new SharedText(0, 0) : new SharedText((double)both / CountUpTo(limit), (double)both / other.CountUpTo(limit));
    }

    private int CountUpTo(uint limit)
    {
        var count = 0;
        while (count < Smallest.Count && Smallest[count] <= limit)
        {
            count++;
        }

        return count;
    }
}

/// <summary>How much two texts have in common.</summary>
/// <param name="OfFirst">Part of the first text's runs that stand in the second.</param>
/// <param name="OfSecond">Part of the second text's runs that stand in the first.</param>
public sealed record SharedText(double OfFirst, double OfSecond)
{
    /// <summary>Twice the common runs to the runs of both (Dice).</summary>
    public double Similarity => OfFirst + OfSecond == 0 ? 0 : 2 * OfFirst * OfSecond / (OfFirst + OfSecond);
}
