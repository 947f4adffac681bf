using System.Threading.Channels;
using Microsoft.Extensions.Options;
using NewsPlatform.Contracts.Stories;
using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.Enrichment.AnnounceStory;

/// <summary>Stories whose newest version publishing has not answered for yet: one entry a story, so that many changes make one announcement.</summary>
internal sealed class OpenAnnouncements(TimeProvider clock, IOptions<StoryAnnouncementOptions> options) : IStoryChanges
{
    private static readonly TimeSpan LongestPatience = TimeSpan.FromMinutes(30);

    private readonly TimeSpan _patience = TimeSpan.FromSeconds(options.Value.ResendAfterSeconds);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Open> _open = new(StringComparer.Ordinal);
    private readonly Channel<bool> _wake = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Announcements that wait for an answer.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _open.Count;
            }
        }
    }

    // The same version too: publishing has lost it, and what was sent before may be lost with it.
    public void Changed(IReadOnlyList<StorySnapshot> stories) => Add(stories, sentAt: null);

    public void ChangedElsewhere(IReadOnlyList<StorySnapshot> stories) => Add(stories, clock.GetTimestamp());

    private void Add(IReadOnlyList<StorySnapshot> stories, long? sentAt)
    {
        lock (_lock)
        {
            foreach (var story in stories)
            {
                if (!_open.TryGetValue(story.StoryId, out var before) || before.Story.Version < story.Version || (sentAt is null && before.Story.Version == story.Version))
                {
                    _open[story.StoryId] = new Open(story, sentAt, _patience);
                }
            }
        }

        Wake();
    }

    /// <summary>Publishing holds these versions.</summary>
    public void Close(IEnumerable<HeldStory> held)
    {
        lock (_lock)
        {
            foreach (var story in held)
            {
                if (_open.TryGetValue(story.StoryId, out var open) && open.Story.Version <= story.Version)
                {
                    _open.Remove(story.StoryId);
                }
            }
        }
    }

    /// <summary>What was never sent, or not answered in its patience, oldest version first.</summary>
    public IReadOnlyList<DueAnnouncement> Due(int limit)
    {
        lock (_lock)
        {
            return [.. _open.Values
                .Where(open => open.SentAt is not { } sent || clock.GetElapsedTime(sent) >= open.Patience)
                .OrderBy(open => open.Story.Version).ThenBy(open => open.Story.StoryId, StringComparer.Ordinal)
                .Take(limit)
                .Select(open => new DueAnnouncement(open.Story, open.SentAt is not null))];
        }
    }

    /// <summary>
    /// Starts the patience for these, twice as long with each sending of the same version: while publishing is away its queue must not fill with
    /// repetitions. A story that has changed again meanwhile stays due.
    /// </summary>
    /// <param name="stories">As they were sent.</param>
    public void Sent(IEnumerable<StorySnapshot> stories)
    {
        lock (_lock)
        {
            foreach (var story in stories)
            {
                if (_open.TryGetValue(story.StoryId, out var open) && open.Story.Version == story.Version)
                {
                    var next = open.SentAt is null ? _patience : open.Patience * 2;
                    _open[story.StoryId] = open with { SentAt = clock.GetTimestamp(), Patience = next < LongestPatience ? next : LongestPatience };
                }
            }
        }
    }

    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Completes when something may be due.</summary>
    public async Task WaitAsync(CancellationToken ct) => await _wake.Reader.ReadAsync(ct);

    private sealed record Open(StorySnapshot Story, long? SentAt, TimeSpan Patience);
}

/// <summary>A story to be announced.</summary>
/// <param name="Story">Its newest state.</param>
/// <param name="SentBefore">True when this version was announced and not answered in time.</param>
internal sealed record DueAnnouncement(StorySnapshot Story, bool SentBefore);
