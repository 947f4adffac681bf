using System.Collections.Concurrent;
using System.Diagnostics;

namespace NewsPlatform.SearchBench;

/// <summary>The times of one kind of question.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Milliseconds">Ascending.</param>
/// <param name="Found">Share of questions that found anything.</param>
internal sealed record Measurement(string Kind, IReadOnlyList<double> Milliseconds, double Found)
{
    private const int Clients = 4;

    /// <summary>Asks so many questions of the kind, four at a time.</summary>
    public static async Task<Measurement> TakeAsync(HttpClient http, string kind, Func<string> next, int questions)
    {
        var paths = Enumerable.Range(0, questions).Select(_ => next()).ToList();
        var times = new ConcurrentBag<double>();
        var found = 0;
        await Parallel.ForEachAsync(paths, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (path, ct) =>
        {
            var start = Stopwatch.GetTimestamp();
            using var answer = await http.GetAsync(new Uri("api/v1/articles" + path, UriKind.Relative), ct);
            var body = await answer.Content.ReadAsStringAsync(ct);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            answer.EnsureSuccessStatusCode();
            if (!body.StartsWith("""{"items":[]""", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref found);
            }
        });
        return new Measurement(kind, [.. times.Order()], (double)found / questions);
    }

    public double At(double share) => Milliseconds[Math.Min(Milliseconds.Count - 1, (int)(share * Milliseconds.Count))];

    public override string ToString() => $"{Kind,-26} p50 {At(0.5),7:0.0}  p95 {At(0.95),7:0.0}  p99 {At(0.99),7:0.0} ms   {Found:0%} found something";
}
