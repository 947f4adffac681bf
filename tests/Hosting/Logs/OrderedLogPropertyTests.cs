using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Hosting.Tests.Logs;

/// <summary>Concurrent writers, kills, redeliveries and stale tails by seed: the schedules of a model of the log, run on the real class.</summary>
public sealed class OrderedLogPropertyTests
{
    private const int Schedules = 3_000;
    private const int Subjects = 8;
    private const int Revisions = 3;

    [Fact]
    public void No_schedule_of_writers_and_kills_leaves_a_gap_a_repeat_a_step_back_or_a_skipped_reader()
    {
        for (var seed = 0; seed < Schedules; seed++)
        {
            var (log, seen) = RunSchedule(seed);

            AssertWhole(log, seed);
            Assert.True(seen.SequenceEqual(log), $"seed {seed}: the reader saw {seen.Count} of {log.Count} entries");
        }
    }

    private static (IReadOnlyList<LogEntry> Log, List<LogEntry> Seen) RunSchedule(int seed)
    {
        var random = new Random(seed);
        var store = new SeededLogStore(random, staleTail: 0.1, kill: 0.03);
        var log = new OrderedLog(store);
        var deliveries = Deliveries(random);
        var seen = new List<LogEntry>();
        var writersLeft = 4;

        new TurnScheduler(random).Run([.. Enumerable.Range(0, writersLeft).Select<int, Func<Task>>(_ => WriteAsync), ReadAsync]);
        return (store.Entries, seen);

        async Task WriteAsync()
        {
            while (deliveries.TryDequeue(out var batch))
            {
                try
                {
                    await log.AppendNewerAsync(batch, (record, _) => record, CancellationToken.None);
                }
                catch (KilledException)
                {
                    deliveries.Enqueue(batch);
                }
            }

            writersLeft--;
        }

        async Task ReadAsync()
        {
            var position = 1L;
            while (writersLeft > 0 || store.Entries.Count >= position)
            {
                await Task.Yield();
                foreach (var entry in store.Entries.Where(entry => entry.Position >= position).ToList())
                {
                    seen.Add(entry);
                    position = entry.Position + 1;
                }
            }
        }
    }

    private static Queue<LogRecord[]> Deliveries(Random random)
    {
        var records = (from subject in Enumerable.Range(0, Subjects) from revision in Enumerable.Range(1, Revisions)
            select new LogRecord($"a{subject}", revision, "published", "", DateTimeOffset.UnixEpoch)).ToArray();
        random.Shuffle(records);
        var redelivered = Enumerable.Range(0, 3).Select(_ => random.GetItems(records, 4));
        return new Queue<LogRecord[]>(records.Chunk(4).Concat(redelivered));
    }

    private static void AssertWhole(IReadOnlyList<LogEntry> log, int seed)
    {
        Assert.True(log.Select(entry => entry.Position).SequenceEqual(Enumerable.Range(1, log.Count).Select(position => (long)position)), $"seed {seed}: gap or repeat in the positions");
        foreach (var subject in log.GroupBy(entry => entry.Subject, StringComparer.Ordinal))
        {
            var revisions = subject.Select(entry => entry.Revision).ToList();
            Assert.True(revisions.SequenceEqual(revisions.Distinct().Order()), $"seed {seed}: {subject.Key} went {string.Join(",", revisions)}");
            Assert.True(revisions[^1] == Revisions, $"seed {seed}: {subject.Key} lost its newest revision");
        }

        Assert.Equal(Subjects, log.Select(entry => entry.Subject).Distinct(StringComparer.Ordinal).Count());
    }
}
