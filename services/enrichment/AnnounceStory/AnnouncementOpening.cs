using NewsPlatform.Enrichment.AssignStory;
using NewsPlatform.Enrichment.Storage;

namespace NewsPlatform.Enrichment.AnnounceStory;

/// <summary>Opens the announcement of every story whose newest version publishing is not known to hold.</summary>
internal sealed class AnnouncementOpening(StoryDecider decider, OpenAnnouncements open, IAnnouncementStore store)
{
    private const int StoriesPerQuestion = 500;

    /// <summary>Brings the index up to the log's end first; gives the number of stories.</summary>
    public async Task<int> OpenUnansweredAsync(CancellationToken ct)
    {
        var stories = await decider.ReplayAsync(ct);
        foreach (var chunk in stories.Chunk(StoriesPerQuestion))
        {
            var held = await store.ReadHeldAsync([.. chunk.Select(story => story.StoryId)], ct);
            var missing = chunk.Where(story => held.GetValueOrDefault(story.StoryId) < story.Version).Select(story => story.StoryId);
            open.Changed(await decider.SnapshotsAsync(missing, ct));
        }

        return stories.Count;
    }
}
