namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>Open stories by when their last article was taken in. A story may stand here too early or more than once: what is said of it is checked when it comes first.</summary>
internal sealed class OpenStories
{
    // By ticks of UTC: the default order of numbers costs a third of that of times.
    private readonly PriorityQueue<string, long> _waiting = new();

    /// <summary>Tells what became of a story; it must stand here no later than its time.</summary>
    public void Schedule(StoryState? before, StoryState? after)
    {
        if (after is { Closed: false } && (before is null || before.Closed || after.LastSeenAt < before.LastSeenAt))
        {
            _waiting.Enqueue(after.Id, after.LastSeenAt.UtcTicks);
        }
    }

    /// <summary>The open story whose last article was taken in first, if that was before a time; else null.</summary>
    public StoryState? Stalest(Dictionary<string, StoryState> stories, DateTimeOffset before)
    {
        var end = before.UtcTicks;
        while (_waiting.TryPeek(out var id, out var since) && since < end)
        {
            var story = stories.GetValueOrDefault(id);
            if (story is { Closed: false } && story.LastSeenAt.UtcTicks == since)
            {
                return story;
            }

            _waiting.Dequeue();
            if (story is { Closed: false } && story.LastSeenAt.UtcTicks > since)
            {
                _waiting.Enqueue(id, story.LastSeenAt.UtcTicks);
            }
        }

        return null;
    }
}
