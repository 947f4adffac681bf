using Microsoft.Extensions.Logging.Abstractions;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.CloseJourney;
using NewsPlatform.Ingestion.DispatchArticles;
using NewsPlatform.Ingestion.HealRestore;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.Tests.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.DispatchArticles;

public sealed class ArticleSenderTests : IDisposable
{
    private readonly InMemoryArticleStore _articles = new();
    private readonly InMemoryDeadLetterStore _letters = new();
    private readonly ManualClock _clock = new();
    private readonly SilentMeters _meters = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Leaves_no_letter_open_when_the_answer_comes_at_the_moment_of_giving_up(bool letterIsSeenByTheAnswer)
    {
        var sent = await StoreSentAsync();
        await using var closer = new JourneyCloser(_articles, _letters, new RestoreMemory(new InMemoryFacts()));
        _letters.AfterAdding = async () =>
        {
            // Otherwise the answer's look at the letters came before this one.
            var letter = letterIsSeenByTheAnswer ? null : _letters.Open.Single();
            if (letter is not null)
                await _letters.RemoveAsync(letter.Id, default);
            await closer.CloseAsync(new ArticlesPublished { Articles = [new HeldArticle { ArticleId = sent.Id, Revision = 1, Withdrawn = false, PublishedAt = _clock.Now }], AnsweredAt = _clock.Now }, default);
            _letters.AfterAdding = () => Task.CompletedTask;
            if (letter is not null)
                await _letters.TryAddAsync(letter, default);
        };
        var sender = new ArticleSender(_articles, _letters, new NoBus(), new IngestionMetrics(_meters), NullLogger<ArticleSender>.Instance);

        await sender.StoreAsync([sent], SendReason.Overtaken, maxStrikes: 1, _clock.Now, default);

        Assert.Equal(ArticleState.Published, _articles.Rows.Single().State);
        Assert.Empty(_letters.Open);
    }

    [Fact]
    public async Task Keeps_the_letter_of_an_article_that_another_process_gave_up_at_the_same_moment()
    {
        var sent = await StoreSentAsync();
        _letters.AfterAdding = () => _articles.SaveAsync([new ArticleWrite(ArticleSending.Die(sent, "unanswered", "by another process", _clock.Now))], default);
        var sender = new ArticleSender(_articles, _letters, new NoBus(), new IngestionMetrics(_meters), NullLogger<ArticleSender>.Instance);

        await sender.StoreAsync([sent], SendReason.Overtaken, maxStrikes: 1, _clock.Now, default);

        Assert.Single(_letters.Open);
    }

    public void Dispose() => _meters.Dispose();

    private async Task<Article> StoreSentAsync()
    {
        var reading = AnArticle.Reading("https://news.example/late", "Late", origin: ReadingOrigin.Push);
        var (accepted, _) = ArticleAcceptance.Decide(null, "late", reading, ContentHash.Of(reading.Article, null), _clock.Now);
        await _articles.SaveAsync([new ArticleWrite(ArticleSending.Send(accepted!, SendReason.Pending, 1, _clock.Now))], default);
        return _articles.Rows.Single();
    }

    private sealed class NoBus : IEventPublisher
    {
        public Task PublishAsync(object message, CancellationToken ct) => throw new InvalidOperationException("An article that is given up is not sent.");
    }
}
