using NewsPlatform.Hosting.Http;

namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>What reading apps change.</summary>
internal sealed class ReaderWrites(ReaderProfiles profiles, ReaderMarking marking, IReaderStore store)
{
    private const int MaximumName = 200;

    /// <summary>Subscribes, unsubscribes, renames, puts into a folder and takes out of it.</summary>
    public async Task<IResult> EditAsync(ReaderCall call, CancellationToken ct)
    {
        var (action, streams, title) = (call.Parameters.Text("ac"), call.Parameters.All("s"), call.Parameters.Text("t"));
        var label = call.Parameters.Streams("a").Select(ReaderStreamIds.LabelOf).OfType<string>().FirstOrDefault();
        var unlabels = call.Parameters.Streams("r").Any(tag => ReaderStreamIds.LabelOf(tag) is not null);
        if (action is not ("subscribe" or "unsubscribe" or "edit") || streams.Count == 0 || streams.Count > ReaderLimits.Subscriptions || title?.Length > MaximumName || label?.Length > MaximumName)
        {
            return ReaderCall.Refused($"Give ac=subscribe, unsubscribe or edit, and s, the feed; names have at most {MaximumName} characters.");
        }

        var known = await profiles.ReadAsync(call.Reader, ct);
        var feeds = new List<ReaderSubscription>();
        foreach (var stream in streams)
        {
            if (known.Subscriptions.FirstOrDefault(held => held.Id == stream) is { } held)
            {
                feeds.Add(held);
            }
            else if (action == "subscribe")
            {
                if (ReaderFeeds.TryRead(stream, out var problem) is not { } feed)
                {
                    return ReaderCall.Refused($"This is no feed of the platform: {problem}");
                }

                feeds.Add(feed);
            }
        }

        return ReaderCall.Done(await profiles.ChangeAsync(call.Reader, held => feeds.Aggregate(held, (profile, feed) => action == "unsubscribe" ? Without(profile, feed.Id) : With(profile, feed, title, label, unlabels)), ct));
    }

    /// <summary>Subscribes to what somebody pasted.</summary>
    public async Task<IResult> QuickAddAsync(ReaderCall call, CancellationToken ct)
    {
        var text = call.Parameters.Text("quickadd") ?? "";
        if (ReaderFeeds.TryRead(text, out var problem) is not { } feed)
        {
            return TaggedContent.Json(new { NumResults = 0, Error = problem });
        }

        return await profiles.ChangeAsync(call.Reader, held => With(held, feed, title: null, label: null, unlabels: false), ct) is { } refused
            ? TaggedContent.Json(new { NumResults = 0, Error = refused })
            : TaggedContent.Json(new { NumResults = 1, Query = text, StreamId = feed.Id, StreamName = feed.Title });
    }

    /// <summary>Marks items as read, unread, starred or not.</summary>
    public async Task<IResult> EditTagAsync(ReaderCall call, CancellationToken ct)
    {
        var numbers = call.Parameters.All("i").Select(ReaderNumber.Read).OfType<long>().Distinct().ToList();
        if (numbers.Count is 0 or > ReaderLimits.Named)
        {
            return ReaderCall.Refused($"i names {numbers.Count} items: give 1 to {ReaderLimits.Named}.");
        }

        var (added, removed) = (call.Parameters.Streams("a"), call.Parameters.Streams("r"));
        bool? read = added.Contains(ReaderStreamIds.Read) || removed.Contains(ReaderStreamIds.Unread) ? true
            : removed.Contains(ReaderStreamIds.Read) || added.Contains(ReaderStreamIds.Unread) ? false
            : null;
        bool? starred = added.Contains(ReaderStreamIds.Starred) ? true : removed.Contains(ReaderStreamIds.Starred) ? false : null;
        return read is null && starred is null
            ? ReaderCall.Refused("a and r name no tag that can be set: read, kept-unread and starred can.")
            : ReaderCall.Done(await marking.MarkAsync(call.Reader, [.. (await store.FindNumberedAsync(numbers, ct)).Values], read, starred, ct));
    }

    public async Task<IResult> MarkAllAsync(ReaderCall call, CancellationToken ct) => call.Parameters.Streams("s") is [var stream, ..]
        ? ReaderCall.Done(await marking.MarkAllAsync(call.Reader, stream, call.Parameters.Microseconds("ts"), ct))
        : ReaderCall.Refused("s is missing: give the stream that is read.");

    private static ReaderProfile Without(ReaderProfile profile, string id) => profile with { Subscriptions = [.. profile.Subscriptions.Where(feed => feed.Id != id)] };

    private static ReaderProfile With(ReaderProfile profile, ReaderSubscription feed, string? title, string? label, bool unlabels)
    {
        var held = profile.Subscriptions.FirstOrDefault(known => known.Id == feed.Id) ?? feed;
        var next = held with { Title = title ?? held.Title, Label = label ?? (unlabels ? null : held.Label) };
        return profile.Subscriptions.Any(known => known.Id == feed.Id)
            ? profile with { Subscriptions = [.. profile.Subscriptions.Select(known => known.Id == feed.Id ? next : known)] }
            : profile with { Subscriptions = [.. profile.Subscriptions, next] };
    }
}
