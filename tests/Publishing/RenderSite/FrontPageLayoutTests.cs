using NewsPlatform.Publishing.PublishArticle;
using NewsPlatform.Publishing.PublishStory;
using NewsPlatform.Publishing.RankStories;
using NewsPlatform.Publishing.ReadStories;
using NewsPlatform.Publishing.RenderSite;
using NewsPlatform.Publishing.SearchArticles;

namespace NewsPlatform.Publishing.Tests.RenderSite;

public sealed class FrontPageLayoutTests
{
    [Fact]
    public void Stories_stand_by_their_weight_each_source_named_once()
    {
        var layout = FrontPageLayout.Of([AStory("both", 1, "a", "b"), AStory("often", 1, "a", "a", "a", "a")]);

        Assert.Equal("both", layout.Lead!.View.Story.StoryId);
        Assert.Equal("b", Assert.Single(layout.Lead.Others).Content.Source.Id);
        Assert.Equal("/story/often", Assert.Single(layout.Seconds).Path);
    }

    [Fact]
    public void The_article_that_titles_the_story_leads_it_with_whatever_picture_the_story_has()
    {
        var story = AStory("s", 1, "a", "b", "c");
        var articles = story.Articles.Newest.Select((article, i) => article with
        {
            Content = article.Content with { Title = i == 1 ? "Title s" : "Other", Image = i == 2 ? "https://c.example/p.jpg" : null },
        });

        var lead = FrontPageLayout.Of([story with { Articles = new StoryArticles(3, [.. articles]) }]).Lead!;

        Assert.Equal(("b", "https://c.example/p.jpg"), (lead.Lead.Content.Source.Id, lead.Image));
    }

    [Fact]
    public void Without_news_nothing_leads() => Assert.Null(FrontPageLayout.Of([]).Lead);

    private static StoryView AStory(string id, int hoursAgo, params string[] sources)
    {
        var time = AnArticle.Noon.AddHours(-hoursAgo);
        PublishedArticle[] articles = [.. sources.Select((source, i) => AnArticle.Change(AnArticle.Enriched($"{id}-{i}", source: source, story: id, publishedAt: time)).Article)];
        var story = new PublishedStory { StoryId = id, Version = 1, Title = $"Title {id}", Language = "en", FirstSeenAt = time, ChangedAt = time };
        return new StoryView(story, new StoryArticles(articles.Length, articles), StoryRank.Of([.. articles.Select(article => new StoryPulse(article.Content.Source.Id, article.Time))], new Dictionary<string, double>(), AnArticle.Noon));
    }
}
