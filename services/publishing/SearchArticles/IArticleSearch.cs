using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RankStories;

namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>Finds visible articles. Pages are by key: an article that comes in between neither repeats nor hides another.</summary>
internal interface IArticleSearch
{
    /// <summary>At most <see cref="ArticleQuery.Limit"/> articles after <see cref="ArticleQuery.After"/>.</summary>
    Task<IReadOnlyList<FoundArticle>> FindAsync(ArticleQuery query, CancellationToken ct);

    /// <summary>The heads of the stories' visible articles, newest first; a story without any is left out.</summary>
    /// <param name="storyIds">At most 200.</param>
    /// <param name="perStory">At most so many articles of one story.</param>
    /// <param name="ct">Ends the reading.</param>
    Task<IReadOnlyDictionary<string, StoryArticles>> ReadStoriesAsync(IReadOnlyCollection<string> storyIds, int perStory, CancellationToken ct);

    /// <summary>Source and time of the stories' visible articles, newest first; a story without any is left out.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<StoryPulse>>> ReadPulsesAsync(IReadOnlyCollection<string> storyIds, int perStory, CancellationToken ct);

    /// <summary>How many articles match; counting ends at <paramref name="most"/>. Order, place and limit of the query do not count.</summary>
    Task<int> CountAsync(ArticleQuery query, int most, CancellationToken ct);

    /// <summary>The entities named most in the newest 5,000 articles that match the query, most named first.</summary>
    Task<IReadOnlyList<EntityCount>> CountEntitiesAsync(ArticleQuery query, CancellationToken ct);
}

/// <summary>The visible articles of one story.</summary>
/// <param name="Total">How many there are, also beyond those read.</param>
/// <param name="Newest">Newest first, without bodies.</param>
internal sealed record StoryArticles(int Total, IReadOnlyList<PublishedArticle> Newest);
