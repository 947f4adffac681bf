namespace NewsPlatform.Enrichment.AnalyzeArticle.Entities.Tagging;

/// <summary>The best sequence of labels under scores of words and of neighbours; only sequences that make whole names.</summary>
internal static class Viterbi
{
    private const int Labels = NameLabels.Count;

    private static readonly (int Label, int[] Before)[] Ways =
        [.. Enumerable.Range(0, Labels).Select(next => (next, Enumerable.Range(0, Labels).Where(label => NameLabels.MayFollow(label, next)).ToArray()))];

    /// <summary>The labels; <paramref name="scores"/> holds one row a word.</summary>
    public static byte[] Best(ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions)
    {
        var count = scores.Length / Labels;
        var best = new byte[count];
        if (count == 0)
        {
            return best;
        }

        var from = new byte[scores.Length];
        Span<float> now = stackalloc float[Labels];
        Span<float> next = stackalloc float[Labels];
        for (var label = 0; label < Labels; label++)
        {
            now[label] = NameLabels.MayOpen(label) ? scores[label] : float.NegativeInfinity;
        }

        for (var i = 1; i < count; i++)
        {
            Step(scores.Slice(i * Labels, Labels), transitions, now, next, from.AsSpan(i * Labels, Labels));
            next.CopyTo(now);
        }

        var last = Enumerable.Range(0, Labels).Where(NameLabels.MayClose).First();
        for (var label = 0; label < Labels; label++)
        {
            last = NameLabels.MayClose(label) && now[label] > now[last] ? label : last;
        }

        for (var i = count - 1; i >= 0; i--)
        {
            best[i] = (byte)last;
            last = from[(i * Labels) + last];
        }

        return best;
    }

    private static void Step(ReadOnlySpan<float> scores, ReadOnlySpan<float> transitions, ReadOnlySpan<float> now, Span<float> next, Span<byte> from)
    {
        foreach (var (label, before) in Ways)
        {
            var top = float.NegativeInfinity;
            foreach (var previous in before)
            {
                var score = now[previous] + transitions[(previous * Labels) + label];
                if (score > top)
                {
                    (top, from[label]) = (score, (byte)previous);
                }
            }

            next[label] = top + scores[label];
        }
    }
}
