using System.Diagnostics;

namespace NewsPlatform.StoryBench;

/// <summary>The same thousand questions at ten thousand, a hundred thousand and the largest size: whether what is asked costs more the more is known.</summary>
internal static class AtSizes
{
    public const int Measured = 1_000;

    /// <summary>Lets something grow to each size and times the questions there.</summary>
    /// <param name="largest">Articles at the end.</param>
    /// <param name="growTo">Brings it to so many articles.</param>
    /// <param name="next">Makes the next question; making it is not timed.</param>
    public static IEnumerable<Times> Measure(int largest, Action<int> growTo, Func<Action> next)
    {
        foreach (var size in new[] { 10_000, 100_000, largest }.Where(size => size <= largest).Distinct())
        {
            growTo(size);
            var times = new List<double>(Measured);
            for (var i = 0; i < Measured; i++)
            {
                var ask = next();
                var start = Stopwatch.GetTimestamp();
                ask();
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            times.Sort();
            yield return new Times(size, times.Average(), times[Measured / 2], times[Measured * 99 / 100], times[^1], GC.GetTotalMemory(forceFullCollection: true) >> 20);
        }
    }
}

/// <summary>Milliseconds a question at one size, and the heap there.</summary>
internal sealed record Times(int Size, double Mean, double Median, double Percentile99, double Longest, long HeapMiB)
{
    public override string ToString() =>
        $"{Size,9:N0} articles: {Mean:0.000} ms (median {Median:0.000}, 99 % {Percentile99:0.000}, longest {Longest:0.0}), {HeapMiB} MiB on the heap";
}
