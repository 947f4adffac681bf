using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Hosting.Logs;

namespace NewsPlatform.Enrichment.Storage;

/// <summary>
/// Lets a restored story log go on beyond every position that the lost life may have given out. A position is a story's version for publishing:
/// given out twice, the second decision would be taken for the first and ignored.
/// </summary>
public static class StoryLogRestore
{
    /// <summary>More than the log grows by in a second on the average of years; with it a position is a safe integer in JSON for 28,000 years.</summary>
    private const long PositionsPerSecond = 10_000;

    private static readonly DateTimeOffset Beginning = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Appends the entry that says so; gives its position. Only while no service has the database open.</summary>
    public static async Task<long> ResumeAsync(IRestorableLog log, DateTimeOffset now, CancellationToken ct)
    {
        while (true)
        {
            var position = Math.Max(await log.ReadNextPositionAsync(ct), (long)(now - Beginning).TotalSeconds * PositionsPerSecond);
            if (await log.TryResumeAsync(position, StoryLogWords.ToRecord(new StoriesResumed { Position = position, At = now }), ct))
            {
                return position;
            }
        }
    }
}
