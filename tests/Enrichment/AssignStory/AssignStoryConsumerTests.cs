using NewsPlatform.Contracts.Stories;
using NewsPlatform.Enrichment.Tests.Harness;

namespace NewsPlatform.Enrichment.Tests.AssignStory;

/// <summary>The whole service through the bus: what goes in as ingestion sends it comes out as publishing needs it.</summary>
public sealed class AssignStoryConsumerTests : IAsyncLifetime
{
    private readonly EnrichmentHarness _service = new();

    public async ValueTask InitializeAsync() => await _service.StartAsync();

    public ValueTask DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Sends_articles_of_one_event_on_with_one_story_and_announces_it()
    {
        await PublishInTurnAsync(AnArticle.Ferry("a"), AnArticle.FerryToo("b"), AnArticle.Vote("c"));

        var enriched = (await _service.EnrichedAsync(3)).ToDictionary(article => article.ArticleId);
        Assert.Equal(enriched["a"].StoryId, enriched["b"].StoryId);
        Assert.NotEqual(enriched["a"].StoryId, enriched["c"].StoryId);
        Assert.Equal("en", enriched["a"].Analysis.Language);
        var stories = await _service.StoriesAsync(stories => stories.Any(story => story.ArticleCount == 2) && stories.Any(story => story.StoryId == enriched["c"].StoryId));
        Assert.Equal(enriched["a"].StoryId, stories.First(story => story.ArticleCount == 2).StoryId);
        Assert.All(stories, story => Assert.Empty(story.ArticleIds));
    }

    [Fact]
    public async Task Publishes_the_stored_decision_again_on_a_redelivery()
    {
        await PublishInTurnAsync(AnArticle.Ferry("a"), AnArticle.Ferry("a"));

        var enriched = await _service.EnrichedAsync(2);
        Assert.Equal((enriched[0].StoryId, enriched[0].StoryVersion, enriched[0].AssignedAt), (enriched[1].StoryId, enriched[1].StoryVersion, enriched[1].AssignedAt));
    }

    [Fact]
    public async Task Empties_a_story_when_its_article_is_withdrawn_and_ignores_an_older_revision_after_it()
    {
        await PublishInTurnAsync(AnArticle.Ferry("a"));
        await _service.PublishAsync(AnArticle.Withdrawn("a", 2));
        await _service.StoriesAsync(stories => stories.Any(story => story.ArticleCount == 0));

        await _service.PublishAsync(AnArticle.Ferry("a"));
        await PublishInTurnAsync(AnArticle.Vote("c"));

        Assert.Equal(["a", "c"], _service.Heard.Enriched.Select(article => article.ArticleId));
    }

    [Fact]
    public async Task Announces_a_story_until_publishing_holds_that_version()
    {
        await PublishInTurnAsync(AnArticle.Ferry("a"));
        var twice = await _service.StoriesAsync(stories => stories.Length >= 2);
        var story = twice[0];

        await _service.PublishAsync(new StoriesPublished { Stories = [new HeldStory(story.StoryId, story.Version)], AnsweredAt = story.ChangedAt });
        await PublishInTurnAsync(AnArticle.Vote("c"));
        var other = _service.Heard.Enriched.Last().StoryId;
        await _service.StoriesAsync(stories => stories.Count(changed => changed.StoryId == other) >= 2);
        var heard = _service.Heard.Stories.Count(changed => changed.StoryId == story.StoryId);
        await _service.StoriesAsync(stories => stories.Count(changed => changed.StoryId == other) >= 4);

        Assert.Equal(heard, _service.Heard.Stories.Count(changed => changed.StoryId == story.StoryId));
    }

    [Fact]
    public async Task Remembers_stories_over_a_restart_and_announces_what_was_not_answered()
    {
        await PublishInTurnAsync(AnArticle.Ferry("a"));
        var before = _service.Heard.Enriched.Single();
        await _service.StopAsync();

        await _service.StartAsync();

        var announced = await _service.StoriesAsync(stories => stories.Length > 0);
        Assert.Equal((before.StoryId, "Ferry Aurora runs aground off Larvik"), (announced[0].StoryId, announced[0].Title));
        await PublishInTurnAsync(AnArticle.FerryToo("b"));
        Assert.Equal(before.StoryId, _service.Heard.Enriched.Single().StoryId);
    }

    // One after the other, so that the order in which they join is the test's.
    private async Task PublishInTurnAsync(params Contracts.Articles.ArticleIngested[] articles)
    {
        foreach (var article in articles)
        {
            var before = _service.Heard.Enriched.Count;
            await _service.PublishAsync(article);
            await _service.EnrichedAsync(before + 1);
        }
    }
}
