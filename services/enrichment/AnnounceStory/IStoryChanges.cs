using NewsPlatform.Enrichment.AssignStory;

namespace NewsPlatform.Enrichment.AnnounceStory;

/// <summary>Told by the decider which stories are different now.</summary>
internal interface IStoryChanges
{
    void Changed(IReadOnlyList<StorySnapshot> stories);

    /// <summary>These were decided by another process, which announces them, unless it dies.</summary>
    void ChangedElsewhere(IReadOnlyList<StorySnapshot> stories);
}
