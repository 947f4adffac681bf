using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RankStories;

namespace NewsPlatform.Publishing.SearchArticles;

/// <summary>Finds visible articles, the newest first; what a question costs depends on how many hits are asked for and not on how many there are.</summary>
internal interface IArticleSearch
{
    /// <summary>The newest hits.</summary>
    /// <param name="query">Which.</param>
    /// <param name="limit">At most so many.</param>
    /// <param name="scored">Conditions of the query on words, for each of which <see cref="Hit.Fields"/> tells where it holds.</param>
    /// <param name="ct">Ends the search.</param>
    Task<IReadOnlyList<Hit>> ReadHitsAsync(HitQuery query, int limit, IReadOnlyList<TextClause> scored, CancellationToken ct);

    /// <summary>What of the newest hits is counted.</summary>
    Task<IReadOnlyList<HitFacts>> ReadFactsAsync(HitQuery query, int limit, CancellationToken ct);

    /// <summary>Those of the articles that are visible, in the same order.</summary>
    /// <param name="articleIds">At most 1,000.</param>
    /// <param name="withBody">False leaves <c>Content.Body</c> empty, which spares the store most of its reading.</param>
    /// <param name="ct">Ends the reading.</param>
    Task<IReadOnlyList<PublishedArticle>> LoadAsync(IReadOnlyList<string> articleIds, bool withBody, CancellationToken ct);

    /// <summary>The heads of the stories' visible articles, newest first; a story without any is left out.</summary>
    /// <param name="storyIds">At most 200.</param>
    /// <param name="perStory">At most so many articles of one story.</param>
    /// <param name="ct">Ends the reading.</param>
    Task<IReadOnlyDictionary<string, StoryArticles>> ReadStoriesAsync(IReadOnlyCollection<string> storyIds, int perStory, CancellationToken ct);

    /// <summary>Source and time of the stories' visible articles, newest first; a story without any is left out.</summary>
    Task<IReadOnlyDictionary<string, IReadOnlyList<StoryPulse>>> ReadPulsesAsync(IReadOnlyCollection<string> storyIds, int perStory, CancellationToken ct);

    /// <summary>How many articles match; counting ends at <paramref name="most"/>. Order, place and limit of the query do not count.</summary>
    Task<int> CountAsync(ArticleQuery query, int most, CancellationToken ct);

    /// <summary>The same for each of the labels alone, of the articles that match and bear it, at once.</summary>
    /// <param name="query">Its order, place and limit do not count.</param>
    /// <param name="labels">At most 200, each once; see <c>ArticleLabels</c>.</param>
    /// <param name="most">Counting of each ends there.</param>
    /// <param name="ct">Ends the counting.</param>
    /// <returns>Of every label.</returns>
    Task<IReadOnlyDictionary<string, int>> CountEachAsync(ArticleQuery query, IReadOnlyCollection<string> labels, int most, CancellationToken ct);

    /// <summary>The entities named most in the newest <paramref name="articles"/> that match the query, most named first, as the newest of them spells them; at most the query's limit.</summary>
    Task<IReadOnlyList<EntityCount>> CountEntitiesAsync(ArticleQuery query, int articles, CancellationToken ct);
}

/// <summary>The visible articles of one story.</summary>
/// <param name="Total">How many there are, also beyond those read.</param>
/// <param name="Newest">Newest first, without bodies.</param>
internal sealed record StoryArticles(int Total, IReadOnlyList<PublishedArticle> Newest);
