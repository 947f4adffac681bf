using NewsPlatform.Publishing.FollowChanges;

namespace NewsPlatform.Publishing.PublishStory;

/// <summary>
/// Tells the change log of the stories that readers see otherwise than before. Called after every change that may touch them; killed amid,
/// the same change comes again (or the release is due again) and ends in the same log.
/// </summary>
internal sealed class ShownStories(IStoryReadStore stories, ChangeLog changes)
{
    /// <summary>Looks at stories in which an article was released: they change for the readers now, though nobody announces it.</summary>
    public async Task TellReleasedAsync(IEnumerable<string?> storyIds, CancellationToken ct)
    {
        var changed = storyIds.OfType<string>().ToHashSet(StringComparer.Ordinal);
        await stories.TouchAsync(changed, changes.Now, ct);
        await TellAsync(changed, ct);
    }

    /// <summary>Looks at these stories and tells what is new.</summary>
    public async Task TellAsync(IEnumerable<string?> storyIds, CancellationToken ct)
    {
        var left = storyIds.OfType<string>().ToHashSet(StringComparer.Ordinal);
        var untold = new List<StoryShowing>();
        while (left.Count > 0)
        {
            // What is shown is read before the articles are: who looks later sees at least as much, and only one of two wins the next version.
            var held = await stories.ReadShowingsAsync(left, ct);
            var titles = await stories.ReadTitlesAsync([.. held.Select(showing => showing.Story)], ct);
            var next = held.ToDictionary(showing => showing.Story.StoryId, showing => showing.After(titles.GetValueOrDefault(showing.Story.StoryId)));
            var changed = held.Where(showing => next[showing.Story.StoryId] != showing).Select(showing => next[showing.Story.StoryId]).ToList();
            var lost = changed.Count == 0 ? [] : (await stories.ShowAsync(changed, ct)).ToHashSet(StringComparer.Ordinal);
            untold.AddRange(next.Values.Where(showing => showing.Version > showing.ToldVersion && !lost.Contains(showing.Story.StoryId)));
            left = lost;
        }

        if (untold.Count > 0)
        {
            await changes.TellAsync(untold, ct);
            await stories.SettleAsync(untold, ct);
        }
    }
}
