using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.PublishStory;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.ReadStories;

/// <summary>A story with its visible articles, newest first; never without any.</summary>
internal sealed record StoryView(PublishedStory Story, StoryArticles Articles);

/// <summary>What a reader finds under a story's id.</summary>
/// <param name="View">Null when there is nothing (any more) to show.</param>
/// <param name="MergedInto">The story to read instead.</param>
/// <param name="Emptied">True when all its articles were moved away.</param>
internal sealed record StoryLookup(StoryView? View, string? MergedInto = null, bool Emptied = false);

/// <summary>The cursor of a list of stories.</summary>
internal sealed record StoryCursor(DateTimeOffset ChangedAt, string Id);

/// <summary>Puts stories and their visible articles together.</summary>
internal sealed class StoryReader(IStoryReadStore stories, IArticleSearch search)
{
    /// <summary>Articles shown of a story in a list.</summary>
    public const int ArticlesInList = 20;

    /// <summary>Articles shown of one story.</summary>
    public const int ArticlesInStory = 200;

    // Stories of which every article is withdrawn or embargoed cost a look each; a page ends after so many looks and its cursor goes on.
    private const int MaximumLooks = 1_000;

    public async Task<Page<StoryView>> ListAsync(StoryQuery query, CancellationToken ct)
    {
        var views = new List<StoryView>(query.Limit);
        for (var looks = 0; looks < MaximumLooks; looks += query.Limit)
        {
            var batch = await stories.ListAsync(query, ct);
            var articles = await search.ReadStoriesAsync([.. batch.Select(story => story.StoryId)], ArticlesInList, ct);
            foreach (var story in batch)
            {
                query = query with { After = new StoryKey(story.ChangedAt, story.StoryId) };
                if (articles.TryGetValue(story.StoryId, out var members))
                {
                    views.Add(new StoryView(story, members));
                }

                if (views.Count == query.Limit)
                {
                    return new Page<StoryView>(views, await NextAsync(query, ct));
                }
            }

            if (batch.Count < query.Limit)
            {
                return new Page<StoryView>(views, null);
            }
        }

        return new Page<StoryView>(views, await NextAsync(query, ct));
    }

    public async Task<StoryLookup?> TryFindAsync(string storyId, CancellationToken ct)
    {
        if (await stories.TryFindAsync(storyId, ct) is not { } story)
        {
            return null;
        }

        var articles = await search.ReadStoriesAsync([storyId], ArticlesInStory, ct);
        return articles.TryGetValue(storyId, out var members)
            ? new StoryLookup(new StoryView(story, members))
            : new StoryLookup(null, story.MergedInto, story.Emptied);
    }

    private async Task<string?> NextAsync(StoryQuery query, CancellationToken ct)
    {
        var more = await stories.ListAsync(query with { Limit = 1 }, ct);
        return more.Count == 0 ? null : Cursor.Encode(new StoryCursor(query.After!.ChangedAt, query.After.StoryId));
    }
}
