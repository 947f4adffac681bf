using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Publishing.PublishStory;
using NewsPlatform.Publishing.ReadStories;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.RankStories;

/// <summary>The cursor of a list by rank: all its pages hold for the time of the first.</summary>
internal sealed record RankCursor(DateTimeOffset AsOf, double Score, string Id);

/// <summary>The 500 stories changed last, by weight; older ones weigh next to nothing.</summary>
internal sealed class RankedStories(IStoryReadStore stories, IArticleSearch search, StoryReader reader, IOptions<PublishingOptions> options, TimeProvider clock)
{
    private const int Candidates = 500;

    /// <summary>At most <paramref name="limit"/> stories with articles to show, the weightiest first.</summary>
    public async Task<Page<StoryView>> ListAsync(int limit, string? language, RankCursor? after, CancellationToken ct)
    {
        var asOf = after?.AsOf ?? StoryRank.StepOf(clock.GetUtcNow());
        var changed = await stories.ListAsync(new StoryQuery(Candidates, language), ct);
        var candidates = changed.ToDictionary(story => story.StoryId);
        var pulses = await search.ReadPulsesAsync([.. candidates.Keys], StoryRank.MaximumPulses, ct);
        var ranked = pulses
            .Select(story => (StoryId: story.Key, Rank: StoryRank.Of(story.Value, options.Value.Authority, asOf)))
            .OrderByDescending(story => story.Rank.Score).ThenBy(story => story.StoryId, StringComparer.Ordinal)
            .SkipWhile(story => after is not null && !IsAfter(story.Rank.Score, story.StoryId, after))
            .Take(limit + 1)
            .ToList();
        var page = ranked.Take(limit).ToList();
        var ranks = page.ToDictionary(story => story.StoryId, story => story.Rank);
        var shown = await reader.ShowAsync([.. page.Select(story => candidates[story.StoryId])], ranks, StoryReader.ArticlesInList, ct);
        var next = ranked.Count > limit ? Cursor.Encode(new RankCursor(asOf, ranked[limit - 1].Rank.Score, ranked[limit - 1].StoryId)) : null;
        return new Page<StoryView>(shown, next);
    }

    private static bool IsAfter(double score, string id, RankCursor after) =>
        score < after.Score || (score.Equals(after.Score) && string.CompareOrdinal(id, after.Id) > 0);
}
