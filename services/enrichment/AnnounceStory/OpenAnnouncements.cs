using System.Threading.Channels;
using NewsPlatform.Contracts.Stories;
using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.Enrichment.AnnounceStory;

/// <summary>Stories whose newest version publishing has not answered for yet: one entry a story, so that many changes make one announcement.</summary>
internal sealed class OpenAnnouncements(TimeProvider clock) : IStoryChanges
{
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

    public void Changed(IReadOnlyList<StorySnapshot> stories)
    {
        lock (_lock)
        {
            foreach (var story in stories)
            {
                if (!_open.TryGetValue(story.StoryId, out var before) || before.Story.Version < story.Version)
                {
                    _open[story.StoryId] = new Open(story, null);
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

    /// <summary>What was never sent, or sent longer ago than <paramref name="patience"/>, oldest version first.</summary>
    public IReadOnlyList<DueAnnouncement> Due(TimeSpan patience, int limit)
    {
        lock (_lock)
        {
            return [.. _open.Values
                .Where(open => open.SentAt is not { } sent || clock.GetElapsedTime(sent) >= patience)
                .OrderBy(open => open.Story.Version).ThenBy(open => open.Story.StoryId, StringComparer.Ordinal)
                .Take(limit)
                .Select(open => new DueAnnouncement(open.Story, open.SentAt is not null))];
        }
    }

    /// <summary>Starts the patience for these; a story that has changed again meanwhile stays due.</summary>
    public void Sent(IEnumerable<StorySnapshot> stories)
    {
        lock (_lock)
        {
            foreach (var story in stories)
            {
                if (_open.TryGetValue(story.StoryId, out var open) && open.Story.Version == story.Version)
                {
                    _open[story.StoryId] = open with { SentAt = clock.GetTimestamp() };
                }
            }
        }
    }

    public void Wake() => _wake.Writer.TryWrite(true);

    /// <summary>Completes when something may be due.</summary>
    public async Task WaitAsync(CancellationToken ct) => await _wake.Reader.ReadAsync(ct);

    private sealed record Open(StorySnapshot Story, long? SentAt);
}

/// <summary>A story to be announced.</summary>
/// <param name="Story">Its newest state.</param>
/// <param name="SentBefore">True when this version was announced and not answered in time.</param>
internal sealed record DueAnnouncement(StorySnapshot Story, bool SentBefore);
