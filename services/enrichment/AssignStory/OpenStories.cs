namespace NewsPlatform.Enrichment.AssignStory;

/// <summary>Open stories by when their last article was taken in. A story may stand here too early or more than once: what is said of it is checked when it comes first.</summary>
internal sealed class OpenStories
{
    private readonly PriorityQueue<string, DateTimeOffset> _waiting = new();

    /// <summary>Tells what became of a story; it must stand here no later than its time.</summary>
    public void Schedule(StoryState? before, StoryState? after)
    {
        if (after is { Closed: false } && (before is null || before.Closed || after.LastSeenAt < before.LastSeenAt))
        {
            _waiting.Enqueue(after.Id, after.LastSeenAt);
        }
    }

    /// <summary>The open story whose last article was taken in first; null when none is open.</summary>
    public StoryState? Stalest(Dictionary<string, StoryState> stories)
    {
        while (_waiting.TryPeek(out var id, out var since))
        {
            var story = stories.GetValueOrDefault(id);
            if (story is { Closed: false } && story.LastSeenAt == since)
            {
                return story;
            }

            _waiting.Dequeue();
            if (story is { Closed: false } && story.LastSeenAt > since)
            {
                _waiting.Enqueue(id, story.LastSeenAt);
            }
        }

        return null;
    }
}
