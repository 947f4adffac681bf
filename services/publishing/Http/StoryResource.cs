using NewsPlatform.Contracts.Articles;
using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.RankStories;
using NewsPlatform.Publishing.ReadStories;

namespace NewsPlatform.Publishing.Http;

/// <summary>A story in the API: its visible articles, newest first.</summary>
internal sealed record StoryResource(
    string Id,
    string Title,
    string Language,
    int ArticleCount,
    IReadOnlyList<ArticleSource> Sources,
    DateTimeOffset FirstSeenAt,
    DateTimeOffset UpdatedAt,
    OriginalSource? OriginalSource,
    IReadOnlyList<InfoSource> InfoSources,
    StoryRank Rank,
    IReadOnlyList<StoryArticleResource> Articles)
{
    public static StoryResource Of(StoryView view) => new(
        view.Story.StoryId,
        view.Story.Title,
        view.Story.Language,
        view.Articles.Total,
        [.. view.Articles.Newest.Select(article => article.Content.Source).DistinctBy(source => source.Id)],
        view.Story.FirstSeenAt,
        view.Story.ChangedAt,
        StorySources.OriginalOf(view.Articles.Newest),
        StorySources.CitedIn(view.Articles.Newest),
        view.Rank,
        [.. view.Articles.Newest.Select(StoryArticleResource.Of)]);
}

/// <summary>An article in a story; the whole of it is at <c>/api/v1/articles/{id}</c>. <c>isLate</c>: published long before an article that was in the story already.</summary>
internal sealed record StoryArticleResource(
    string Id,
    long Revision,
    string? Url,
    string Title,
    string? Description,
    string Language,
    string? Section,
    ArticleSource Source,
    DateTimeOffset? PublishedAt,
    DateTimeOffset FirstSeenAt,
    string? Image,
    bool IsLate)
{
    public static StoryArticleResource Of(PublishedArticle article) => new(
        article.ArticleId,
        article.Revision,
        article.Content.Url,
        article.Content.Title,
        article.Content.Description,
        article.Analysis.Language,
        article.Content.Section ?? article.Analysis.Section,
        article.Content.Source,
        article.Content.PublishedAt,
        article.Content.FirstSeenAt,
        article.Content.Image,
        article.IsLate);
}
