using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.ReadStories;

namespace NewsPlatform.Publishing.RenderSite;

/// <summary>A story as the front page shows it.</summary>
/// <param name="View">The story.</param>
/// <param name="Lead">The article that speaks for it.</param>
/// <param name="Image">The lead's picture, else another article's; null when none has one.</param>
/// <param name="Others">Articles of further sources, one each.</param>
internal sealed record FrontStory(StoryView View, PublishedArticle Lead, string? Image, IReadOnlyList<PublishedArticle> Others)
{
    /// <summary>Where the headline leads: a story of one article has nothing to tell beyond it.</summary>
    public string Path => View.Articles.Total == 1 ? Links.Article(Lead.ArticleId) : Links.Story(View.Story.StoryId);

    public string Title => View.Articles.Total == 1 ? Lead.Content.Title : View.Story.Title;
}

/// <summary>Decides which stories stand where on the front page. Pure.</summary>
/// <param name="Lead">Over the page; null without news.</param>
/// <param name="Seconds">Beside and below it, with pictures.</param>
/// <param name="Others">As headlines.</param>
internal sealed record FrontPageLayout(FrontStory? Lead, IReadOnlyList<FrontStory> Seconds, IReadOnlyList<FrontStory> Others)
{
    private const int SecondStories = 4;

    /// <param name="stories">The weightiest first.</param>
    public static FrontPageLayout Of(IReadOnlyList<StoryView> stories)
    {
        var ranked = stories.Select(FrontStoryOf).ToList();
        return new FrontPageLayout(ranked.FirstOrDefault(), [.. ranked.Skip(1).Take(SecondStories)], [.. ranked.Skip(1 + SecondStories)]);
    }

    private static FrontStory FrontStoryOf(StoryView view)
    {
        var articles = view.Articles.Newest;
        var lead = articles
            .OrderByDescending(article => article.Content.Title == view.Story.Title)
            .ThenByDescending(article => article.Analysis.Language == view.Story.Language)
            .ThenByDescending(article => article.DuplicateOf is null)
            .ThenByDescending(article => article.Time)
            .First();
        var others = articles.Where(article => article.Content.Source.Id != lead.Content.Source.Id).DistinctBy(article => article.Content.Source.Id);
        return new FrontStory(view, lead, articles.Prepend(lead).Select(article => article.Content.Image).FirstOrDefault(image => image is not null), [.. others]);
    }
}
