using NewsPlatform.Ingestion.ManageSources;
using NewsPlatform.Ingestion.PollSources;
using NewsPlatform.Ingestion.ReadFeed;

namespace NewsPlatform.PollDay;

/// <summary>A publisher's list through the day: which items it shows when, and what the polls so far have seen of it.</summary>
/// <param name="source">Its row.</param>
/// <param name="length">Items that it shows.</param>
/// <param name="times">When its items are published, in order.</param>
internal sealed class SimulatedSource(Source source, int length, DateTimeOffset[] times)
{
    private readonly List<FeedItem> _items = [.. times.Select((time, number) => new FeedItem { Id = $"{source.Id}/{number}", Title = "News", PublishedAt = time })];
    private int? _next;

    public Source Row { get; set; } = source;

    public IReadOnlyDictionary<string, string> Seen { get; private set; } = FetchState.Empty.Seen;

    /// <summary>For how long each item that no poll saw had been in the list.</summary>
    public List<TimeSpan> Missed { get; } = [];

    public int Estimated { get; private set; }

    /// <summary>One poll, by the shipped code; gives the times of the items that were new.</summary>
    public (PollOutcome Outcome, IReadOnlyList<DateTimeOffset> Fresh) Read(DateTimeOffset now)
    {
        var shown = Published(now);
        var first = Math.Max(0, shown - length);
        for (var item = _next ?? first; item < first; item++)
            Missed.Add(times[item + length] - times[item]);

        if (shown == _next)
            return (new PollOutcome(null), []);

        var list = _items.GetRange(first, shown - first);
        list.Reverse();
        var difference = ListDifference.Of(list, Seen);
        var outcome = new PollOutcome(list.Count, EstimatedMisses: MissedItems.Estimate(list, Seen, Row.LastSuccessAt))
        {
            FreshIds = Seen.Count == 0 ? [] : [.. difference.News.Select(item => item.Id)],
            Covers = ListReach.Of(list, now),
        };
        IReadOnlyList<DateTimeOffset> fresh = _next is null ? [] : [.. times[Math.Max(first, _next.Value)..shown]];
        (Seen, _next, Estimated) = (difference.Seen, shown, Estimated + outcome.EstimatedMisses);
        return (outcome, fresh);
    }

    private int Published(DateTimeOffset now)
    {
        var at = Array.BinarySearch(times, now);
        return at < 0 ? ~at : at + 1;
    }
}
