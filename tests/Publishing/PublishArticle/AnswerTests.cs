using System.Collections.Concurrent;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Contracts.Stories;
using NewsPlatform.Testing;

namespace NewsPlatform.Publishing.Tests.PublishArticle;

/// <summary>What publishing tells the services that wait for it.</summary>
public sealed class AnswerTests : IDisposable
{
    private readonly PublishingHost _service = new();
    private readonly ConcurrentQueue<ArticlesPublished> _answers = [];
    private readonly ConcurrentQueue<StoriesPublished> _storyAnswers = [];

    public AnswerTests()
    {
        _ = _service.CreateClient();
        var bus = _service.Bus;
        bus.ConnectReceiveEndpoint(endpoint =>
        {
            endpoint.Handler<ArticlesPublished>(context => Note(_answers, context.Message));
            endpoint.Handler<StoriesPublished>(context => Note(_storyAnswers, context.Message));
        }).Ready.GetAwaiter().GetResult();
    }

    [Fact]
    public async Task Answers_with_the_state_held_and_when_each_stage_was_done()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1", revision: 3));

        var held = await HeldAsync(article => article.ArticleId == "a1");

        Assert.Equal((3, false, "story-1"), (held.Revision, held.Withdrawn, held.StoryId));
        Assert.Equal(AnArticle.Noon.AddSeconds(1), held.AnalyzedAt);
        Assert.Equal(AnArticle.Noon.AddSeconds(2), held.AssignedAt);
        Assert.Equal(_service.Clock.Now, held.PublishedAt);
    }

    [Fact]
    public async Task Answers_an_older_revision_with_the_newer_one_that_it_holds()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1", revision: 3));
        await HeldAsync(article => article.ArticleId == "a1");
        _answers.Clear();

        await _service.Bus.Publish(AnArticle.Enriched("a1", revision: 2));

        Assert.Equal(3, (await HeldAsync(article => article.ArticleId == "a1")).Revision);
    }

    [Fact]
    public async Task Answers_a_redelivered_message_again()
    {
        await _service.TakeInAsync(AnArticle.Enriched("a1"));
        await HeldAsync(article => article.ArticleId == "a1");
        _answers.Clear();

        await _service.Bus.Publish(AnArticle.Enriched("a1"));

        Assert.Equal(1, (await HeldAsync(article => article.ArticleId == "a1")).Revision);
    }

    [Fact]
    public async Task Answers_withdrawals_also_of_articles_that_it_never_saw_and_embargoed_articles_when_stored()
    {
        await _service.TakeInAsync(AnArticle.Enriched("embargoed", embargoedUntil: _service.Clock.Now.AddDays(1)));
        await _service.TakeInAsync(AnArticle.Withdrawn("never-seen", revision: 5));

        var withdrawn = await HeldAsync(article => article.ArticleId == "never-seen");
        var embargoed = await HeldAsync(article => article.ArticleId == "embargoed");

        Assert.Equal((5, true, null), (withdrawn.Revision, withdrawn.Withdrawn, withdrawn.AnalyzedAt));
        Assert.Equal((1, false), (embargoed.Revision, embargoed.Withdrawn));
    }

    [Fact]
    public async Task Many_at_once_share_answers()
    {
        const int Articles = 300;
        await _service.TakeInAsync([.. Enumerable.Range(0, Articles).Select(i => AnArticle.Enriched($"a{i}"))]);

        await Eventually.BecomesTrueAsync(() => Task.FromResult(_answers.SelectMany(answer => answer.Articles).Select(article => article.ArticleId).Distinct().Count() == Articles));

        Assert.InRange(_answers.Count, 1, Articles / 2);
    }

    [Fact]
    public async Task Answers_stories_with_the_version_held()
    {
        await _service.TakeInAsync(AnArticle.Story("s1", 8, "a1"));

        await _service.Bus.Publish(AnArticle.Story("s1", 3, "a1"));
        await Eventually.BecomesTrueAsync(() => Task.FromResult(_storyAnswers.Count >= 2));

        Assert.All(_storyAnswers, answer => Assert.Equal(new HeldStory("s1", 8), Assert.Single(answer.Stories)));
    }

    public void Dispose() => _service.Dispose();

    private async Task<HeldArticle> HeldAsync(Func<HeldArticle, bool> wanted) => (await Eventually.BecomesAsync(
        () => Task.FromResult(_answers.SelectMany(answer => answer.Articles).LastOrDefault(wanted)),
        held => held is not null))!;

    private static Task Note<T>(ConcurrentQueue<T> notes, T message)
    {
        notes.Enqueue(message);
        return Task.CompletedTask;
    }
}
