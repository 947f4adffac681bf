namespace NewsPlatform.FuzzBench;

/// <summary>A document that a reader did not stand.</summary>
/// <param name="Case">Its number: <c>--only</c> repeats it.</param>
/// <param name="What">Sample, reader and what happened.</param>
public sealed record FuzzFault(int Case, string What);

/// <summary>What a run came to.</summary>
public sealed record FuzzResult(int Cases, IReadOnlyList<FuzzFault> Faults, TimeSpan Slowest, string SlowestCase, long MostBytes, string MostBytesCase);

/// <summary>Breaks samples and has them read: nothing may be thrown but a refusal in words, take longer than a second, or allocate without bound.</summary>
public sealed class FuzzRun(int seed)
{
    /// <summary>Processor time of one document; a slower one is read twice more, for the first time code is compiled.</summary>
    public static readonly TimeSpan LongestRead = TimeSpan.FromSeconds(1);

    /// <summary>Bytes that reading one document (at most 400 KB) may allocate in all.</summary>
    public const long MostAllocated = 1_000_000_000;

    private static readonly TimeSpan Hanging = TimeSpan.FromSeconds(30);

    private readonly IReadOnlyList<Sample> _samples = Samples.Load();

    public FuzzResult Run(int cases, Action<int>? progress = null, int first = 0)
    {
        var result = new FuzzResult(cases, [], TimeSpan.Zero, "", 0, "");
        var faults = new List<FuzzFault>();
        for (var number = first; number < first + cases; number++)
        {
            var (reader, body, contentType, name) = CaseOf(number);
            var outcome = ReadWatched(reader, body, contentType);
            if (outcome.Fault is { } fault)
                faults.Add(new FuzzFault(number, $"{name}: {fault}"));

            result = result with
            {
                Slowest = outcome.Time > result.Slowest ? outcome.Time : result.Slowest,
                SlowestCase = outcome.Time > result.Slowest ? $"{number} {name}" : result.SlowestCase,
                MostBytes = Math.Max(result.MostBytes, outcome.Bytes),
                MostBytesCase = outcome.Bytes > result.MostBytes ? $"{number} {name}" : result.MostBytesCase,
            };
            progress?.Invoke(number + 1);
        }

        return result with { Faults = faults };
    }

    /// <summary>The document of a case.</summary>
    public byte[] BodyOf(int number) => CaseOf(number).Body;

    private (Reader Reader, byte[] Body, string? ContentType, string Name) CaseOf(int number)
    {
        var chance = new Random(unchecked((seed * 1_000_003) + number));
        var sample = _samples[chance.Next(_samples.Count)];
        var mutator = new Mutator(chance, _samples);
        var reader = sample.Readers[chance.Next(sample.Readers.Count)];
        return (reader, mutator.Break(sample.Body), mutator.ContentType(), $"{sample.Name} as {reader}");
    }

    private static Outcome ReadWatched(Reader reader, byte[] body, string? contentType)
    {
        var outcome = new Outcome(TimeSpan.MaxValue, 0, null);
        for (var attempt = 0; attempt < 3 && outcome.Fault is null && outcome.Time > LongestRead; attempt++)
        {
            var next = new Outcome(Hanging, 0, $"hangs for more than {Hanging.TotalSeconds} s");

            // A thread of its own: one that hangs must not hang the run, and its stack is as small as a server's.
            var thread = new Thread(() => next = Read(reader, body, contentType)) { IsBackground = true };
            thread.Start();
            thread.Join(Hanging);
            outcome = next.Time < outcome.Time ? next : outcome;
        }

        return outcome.Fault is null && outcome.Time > LongestRead ? outcome with { Fault = $"takes {outcome.Time.TotalSeconds:0.0} s" }
            : outcome.Fault is null && outcome.Bytes > MostAllocated ? outcome with { Fault = $"allocates {outcome.Bytes / 1_000_000:N0} MB" }
            : outcome;
    }

    private static Outcome Read(Reader reader, byte[] body, string? contentType)
    {
        var (began, before) = (ThreadTime.Now, GC.GetAllocatedBytesForCurrentThread());
        string? fault = null;
        try
        {
            Readers.Read(reader, body, contentType);
        }
        catch (Exception thrown)
        {
            // Whatever it is: finding it is what the run is for.
            fault = $"{thrown.GetType().Name}: {thrown.Message} {thrown.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("NewsPlatform", StringComparison.Ordinal))?.Trim()}";
        }

        return new Outcome(ThreadTime.Now - began, GC.GetAllocatedBytesForCurrentThread() - before, fault);
    }

    private sealed record Outcome(TimeSpan Time, long Bytes, string? Fault);
}
