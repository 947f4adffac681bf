using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.PublishStory;
using NewsPlatform.Publishing.RankStories;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.ReadStories;

/// <summary>A story with its visible articles, newest first; never without any.</summary>
internal sealed record StoryView(PublishedStory Story, StoryArticles Articles, StoryRank Rank);

/// <summary>What a reader finds under a story's id.</summary>
/// <param name="View">Null when there is nothing (any more) to show.</param>
/// <param name="MergedInto">The story to read instead.</param>
/// <param name="Emptied">True when all its articles were moved away.</param>
internal sealed record StoryLookup(StoryView? View, string? MergedInto = null, bool Emptied = false);

/// <summary>The cursor of a list of stories.</summary>
internal sealed record StoryCursor(DateTimeOffset ChangedAt, string Id);

/// <summary>Puts stories and their visible articles together.</summary>
internal sealed class StoryReader(IStoryReadStore stories, IArticleSearch search, IOptions<PublishingOptions> options, TimeProvider clock)
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
            var shown = (await ShowAsync(batch, ArticlesInList, ct)).ToDictionary(view => view.Story.StoryId);
            foreach (var story in batch)
            {
                query = query with { After = new StoryKey(story.ChangedAt, story.StoryId) };
                if (shown.TryGetValue(story.StoryId, out var view))
                {
                    views.Add(view);
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

    public Task<StoryLookup?> TryFindAsync(string storyId, CancellationToken ct) => TryFindAsync(storyId, ArticlesInStory, ct);

    /// <summary>The story with so many of its newest articles; null when it is not known.</summary>
    public async Task<StoryLookup?> TryFindAsync(string storyId, int mostArticles, CancellationToken ct)
    {
        if (await stories.TryFindAsync(storyId, ct) is not { } story)
        {
            return null;
        }

        var shown = await ShowAsync([story], mostArticles, ct);
        return shown is [var view] ? new StoryLookup(view) : new StoryLookup(null, story.MergedInto, story.Emptied);
    }

    /// <summary>Those of the stories that have articles to show, in the same order.</summary>
    public async Task<IReadOnlyList<StoryView>> ShowAsync(IReadOnlyList<PublishedStory> shown, IReadOnlyDictionary<string, StoryRank> ranks, int perStory, CancellationToken ct)
    {
        var articles = await search.ReadStoriesAsync([.. shown.Select(story => story.StoryId)], perStory, ct);
        var titles = await stories.ReadTitlesAsync(shown, ct);
        return
        [
            .. shown
                .Where(story => articles.ContainsKey(story.StoryId) && titles.ContainsKey(story.StoryId) && ranks.ContainsKey(story.StoryId))
                .Select(story => new StoryView(story with { Title = titles[story.StoryId] }, articles[story.StoryId], ranks[story.StoryId])),
        ];
    }

    private async Task<IReadOnlyList<StoryView>> ShowAsync(IReadOnlyList<PublishedStory> shown, int perStory, CancellationToken ct)
    {
        var asOf = StoryRank.StepOf(clock.GetUtcNow());
        var pulses = await search.ReadPulsesAsync([.. shown.Select(story => story.StoryId)], StoryRank.MaximumPulses, ct);
        return await ShowAsync(shown, pulses.ToDictionary(story => story.Key, story => StoryRank.Of(story.Value, options.Value.Authority, asOf)), perStory, ct);
    }

    private async Task<string?> NextAsync(StoryQuery query, CancellationToken ct)
    {
        var more = await stories.ListAsync(query with { Limit = 1 }, ct);
        return more.Count == 0 ? null : Cursor.Encode(new StoryCursor(query.After!.ChangedAt, query.After.StoryId));
    }
}
