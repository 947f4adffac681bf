using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace NewsPlatform.QualityBench;

/// <summary>Runs a task over its sets on one thread: prediction lines, progress, speed, memory.</summary>
internal sealed class QualityRun(QualityTask task, QualityOptions options)
{
    // Before anything is timed, so that the compiler's work on hot code is behind it: a service runs for days.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(6);
    private static readonly TimeSpan Timed = TimeSpan.FromSeconds(4);

    private const int MaxTimedItems = 2_000;
    private const int SoakStep = 1_000;

    private static readonly JsonSerializerOptions Lines = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public void Predict(IReadOnlyList<DataSet> sets)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(options.Out))!);
        using var output = new StreamWriter(options.Out);
        foreach (var set in sets)
        {
            var items = task.Items(set).Take(options.Take ?? int.MaxValue).ToList();
            Write(set, items, output);
            if (task is not StoryTask && items.Count > 0)
                TellSpeed(set, items[..Math.Min(items.Count, MaxTimedItems)]);
            if (options.Soak > 0)
                Soak(items);
        }
    }

    private void Write(DataSet set, List<QualityItem> items, StreamWriter output)
    {
        var watch = Stopwatch.StartNew();
        var told = TimeSpan.Zero;
        for (var i = 0; i < items.Count; i++)
        {
            var line = task.Predict(items[i]);
            line.Insert(0, "id", items[i].Id);
            output.WriteLine(line.ToJsonString(Lines));
            if (watch.Elapsed - told < TimeSpan.FromSeconds(1) && i + 1 < items.Count)
                continue;

            told = watch.Elapsed;
            Console.Error.WriteLine($"{set.Name}: {i + 1:N0} of {items.Count:N0} {task.Unit}, {told.TotalSeconds:0.0} s");
        }
    }

    private void TellSpeed(DataSet set, List<QualityItem> items)
    {
        Pass(items, WarmUp);
        var cpu = Environment.CpuUsage.TotalTime;
        var watch = Stopwatch.StartNew();
        var count = Pass(items, Timed);
        var wall = watch.Elapsed.TotalSeconds;
        var busy = (Environment.CpuUsage.TotalTime - cpu).TotalSeconds;
        Console.WriteLine($"{set.Name}: {count / wall:0} {task.Unit}/s on one thread ({count / busy:0} per second of processor time; {count:N0} read in {wall:0.0} s)");
    }

    private int Pass(List<QualityItem> items, TimeSpan time)
    {
        var watch = Stopwatch.StartNew();
        var count = 0;
        while (watch.Elapsed < time || count < items.Count)
            task.Predict(items[count++ % items.Count]);
        return count;
    }

    private void Soak(List<QualityItem> items)
    {
        for (var i = 1; i <= options.Soak; i++)
        {
            task.Predict(items[i % items.Count]);
            if (i % SoakStep == 0)
                Console.WriteLine($"after {i:N0} {task.Unit}: {Environment.WorkingSet / 1_048_576:N0} MiB resident, {GC.GetTotalMemory(forceFullCollection: true) / 1_048_576:N0} MiB live");
        }
    }
}
