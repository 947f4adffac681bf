using NewsPlatform.Publishing.FollowChanges;
using NewsPlatform.Publishing.PublishStory;

namespace NewsPlatform.Publishing.ReleaseArticle;

/// <summary>Shows the articles whose embargo ended.</summary>
internal sealed class ArticleReleaser(IEmbargoStore store, ChangeLog changes, ShownStories stories, TimeProvider clock)
{
    private const int BatchSize = 256;

    /// <summary>Releases everything due and returns how many articles that were.</summary>
    public async Task<int> ReleaseDueAsync(CancellationToken ct)
    {
        var released = 0;
        while (true)
        {
            var due = await store.FindDueAsync(clock.GetUtcNow(), BatchSize, ct);
            if (due.Count == 0)
            {
                return released;
            }

            var shown = await store.ShowAsync(due, ct);
            await changes.RecordAsync(shown, ct);
            await stories.TellReleasedAsync(shown.Select(state => state.StoryId), ct);
            await store.SettleAsync(shown, ct);
            released += due.Count;
        }
    }
}
