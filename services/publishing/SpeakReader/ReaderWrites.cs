using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.RenderSite;

namespace NewsPlatform.Publishing.SpeakReader;

/// <summary>What reading apps change.</summary>
internal sealed class ReaderWrites(ReaderProfiles profiles, ReaderMarking marking, IReaderStore store, IOptions<PublishingOptions> options)
{
    /// <summary>Subscribes, unsubscribes, renames, puts into a folder and takes out of it. Of several feeds each has the title that stands at its place.</summary>
    public async Task<IResult> EditAsync(ReaderCall call, CancellationToken ct)
    {
        var (action, streams, titles) = (call.Parameters.Text("ac"), call.Parameters.All("s"), call.Parameters.All("t"));
        var label = call.Parameters.Streams("a").Select(ReaderStreamIds.LabelOf).OfType<string>().FirstOrDefault();
        var unlabels = call.Parameters.Streams("r").Any(tag => ReaderStreamIds.LabelOf(tag) is not null);
        if (action is not ("subscribe" or "unsubscribe" or "edit") || streams.Count == 0 || streams.Count > ReaderLimits.Subscriptions || titles.Any(title => title.Length > ReaderLimits.Name) || label?.Length > ReaderLimits.Name)
        {
            return ReaderCall.Refused($"Give ac=subscribe, unsubscribe or edit, and s, the feed; names have at most {ReaderLimits.Name} characters.");
        }

        var (known, site) = (await profiles.ReadAsync(call.Reader, ct), SiteAddress.Of(call.Request, options.Value));
        var feeds = new List<(ReaderSubscription Feed, string? Title)>();
        foreach (var (index, stream) in streams.Index())
        {
            var title = titles.ElementAtOrDefault(index);
            if (known.Subscriptions.FirstOrDefault(held => held.Id == stream) is { } held)
            {
                feeds.Add((held, title));
            }
            else if (action == "subscribe")
            {
                if (ReaderFeeds.TryRead(stream, site, out var problem) is not { } feed)
                {
                    return ReaderCall.Refused($"This is no feed of the platform: {problem}");
                }

                feeds.Add((feed, title));
            }
        }

        return ReaderCall.Done(await profiles.ChangeAsync(
            call.Reader, held => feeds.Aggregate(held, (profile, one) => action == "unsubscribe" ? profile.Without(one.Feed.Id) : profile.With(one.Feed, one.Title, label, unlabels)), ct));
    }

    /// <summary>Subscribes to what somebody pasted.</summary>
    public async Task<IResult> QuickAddAsync(ReaderCall call, CancellationToken ct)
    {
        var text = call.Parameters.Text("quickadd") ?? "";
        if (ReaderFeeds.TryRead(text, SiteAddress.Of(call.Request, options.Value), out var problem) is not { } feed)
        {
            return TaggedContent.Json(new { NumResults = 0, Error = problem });
        }

        return await profiles.ChangeAsync(call.Reader, held => held.With(feed, title: null, label: null, unlabels: false), ct) is { } refused
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
        if (read is null && starred is null && added.Contains(ReaderStreamIds.TrackingUnread))
        {
            return ReaderCall.Done(problem: null);
        }

        return read is null && starred is null
            ? ReaderCall.Refused("a and r name no tag that can be set: read, kept-unread and starred can.")
            : ReaderCall.Done(await marking.MarkAsync(call.Reader, [.. (await store.FindNumberedAsync(numbers, ct)).Values], read, starred, ct));
    }

    public async Task<IResult> MarkAllAsync(ReaderCall call, CancellationToken ct) => call.Parameters.Streams("s") is [var stream, ..]
        ? ReaderCall.Done(await marking.MarkAllAsync(call.Reader, stream, call.Parameters.Microseconds("ts"), ct))
        : ReaderCall.Refused("s is missing: give the stream that is read.");
}
