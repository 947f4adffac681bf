using System.Diagnostics;
using System.Globalization;
using NewsPlatform.FuzzBench;

// fuzz [--cases N] [--seed N] [--only CASE]
var options = args.SkipWhile(word => word == "fuzz").Chunk(2).Where(pair => pair.Length == 2).ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture), StringComparer.Ordinal);
var cases = options.ContainsKey("--only") ? 1 : options.GetValueOrDefault("--cases", 100_000);
var seed = options.GetValueOrDefault("--seed", 1);
var began = Stopwatch.StartNew();
var before = GC.GetTotalMemory(forceFullCollection: true);

var result = new FuzzRun(seed).Run(
    cases,
    done =>
    {
        if (done % 5_000 == 0)
            Console.WriteLine($"{done:N0} of {cases:N0} documents, {began.Elapsed:mm\\:ss}");
    },
    options.GetValueOrDefault("--only"));

if (options.TryGetValue("--only", out var only))
{
    var file = Path.Combine(Path.GetTempPath(), $"fuzz-{seed}-{only}");
    File.WriteAllBytes(file, new FuzzRun(seed).BodyOf(only));
    Console.WriteLine($"The document is {file}.");
}

foreach (var fault in result.Faults.Take(50))
    Console.WriteLine($"case {fault.Case}: {fault.What}");

var grown = GC.GetTotalMemory(forceFullCollection: true) - before;
Console.WriteLine($"{result.Cases:N0} broken documents (seed {seed}) in {began.Elapsed.TotalSeconds:N0} s: {result.Faults.Count} faults; slowest {result.Slowest.TotalMilliseconds:N0} ms ({result.SlowestCase}); most allocated {result.MostBytes / 1e6:N0} MB ({result.MostBytesCase}); memory grown by {grown / 1e6:N1} MB, peak {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:N0} MB.");
return result.Faults.Count == 0 ? 0 : 1;
