using System.Collections.Concurrent;
using MassTransit;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Contracts.Sources;
using NewsPlatform.Hosting.Messaging;

namespace NewsPlatform.Ingestion.Tests.Downstream;

/// <summary>What enrichment and publishing do with one delivery.</summary>
internal enum Treatment
{
    Answer,
    KeepSilent,
    FailForGood,
    FailForNow,
}

/// <summary>Stands in for the two services behind ingestion: holds the newest revision of each article and answers as publishing does.</summary>
internal sealed class DownstreamModel
{
    public Func<ArticleIngested, Treatment> Treat { get; set; } = _ => Treatment.Answer;

    public bool StoriesFail { get; set; }

    public ConcurrentQueue<string> WithdrawnFromStories { get; } = [];

    public ConcurrentQueue<ArticleIngested> Delivered { get; } = [];

    public ConcurrentDictionary<string, HeldArticle> Held { get; } = new(StringComparer.Ordinal);

    public ConcurrentQueue<ArticleSighted> Sighted { get; } = [];

    /// <summary>The life of publishing's database that answers sightings; null = they are not answered.</summary>
    public string? SightingsEpoch { get; set; } = "first";

    public ConcurrentQueue<SourceReported> Reported { get; } = [];

    public HeldArticle Hold(string articleId, long revision, bool withdrawn, bool expired = false)
    {
        var now = new DateTimeOffset(2026, 11, 20, 13, 0, 0, TimeSpan.Zero);
        var arrived = new HeldArticle
        {
            ArticleId = articleId,
            Revision = revision,
            Withdrawn = withdrawn,
            Expired = expired,
            AnalyzedAt = withdrawn ? null : now,
            AssignedAt = withdrawn ? null : now,
            StoryId = withdrawn ? null : "story",
            PublishedAt = now,
        };
        return Held.AddOrUpdate(articleId, arrived, (_, held) => held.Revision >= revision ? held : arrived);
    }
}

internal sealed class AnalyzeArticleConsumer(DownstreamModel model) : IConsumer<ArticleIngested>
{
    public async Task Consume(ConsumeContext<ArticleIngested> context)
    {
        var message = context.Message;
        var treatment = model.Treat(message);
        model.Delivered.Enqueue(message);
        switch (treatment)
        {
            case Treatment.FailForGood:
                throw new UnprocessableMessageException("the body breaks the analyser");
            case Treatment.FailForNow:
                throw new IOException("the analyser's disk is away");
            case Treatment.Answer:
                var held = model.Hold(message.ArticleId, message.Revision, withdrawn: false);
                await context.Publish(new ArticlesPublished { Articles = [held], AnsweredAt = held.PublishedAt });
                break;
            default:
                break;
        }
    }
}

internal sealed class AssignStoryConsumer(DownstreamModel model) : IConsumer<ArticleWithdrawn>
{
    public Task Consume(ConsumeContext<ArticleWithdrawn> context)
    {
        if (model.StoriesFail)
            throw new UnprocessableMessageException("the story log is unreadable");

        model.WithdrawnFromStories.Enqueue(context.Message.ArticleId);
        return Task.CompletedTask;
    }
}

internal sealed class WithdrawArticleConsumer(DownstreamModel model) : IConsumer<ArticleWithdrawn>
{
    public async Task Consume(ConsumeContext<ArticleWithdrawn> context)
    {
        var held = model.Hold(context.Message.ArticleId, context.Message.Revision, withdrawn: true, context.Message.Expired);
        await context.Publish(new ArticlesPublished { Articles = [held], AnsweredAt = held.PublishedAt });
    }
}

internal sealed class NoteSightingsConsumer(DownstreamModel model) : IConsumer<ArticleSighted>
{
    public async Task Consume(ConsumeContext<ArticleSighted> context)
    {
        var sighted = context.Message;
        if (model.SightingsEpoch is { } epoch)
            await context.Publish(new SightingsNoted { ArticleId = sighted.ArticleId, Sightings = sighted.SeenIn.Count, AnsweredAt = sighted.SentAt, Epoch = epoch });

        model.Sighted.Enqueue(sighted);
    }
}

internal sealed class NoteSourceConsumer(DownstreamModel model) : IConsumer<SourceReported>
{
    public Task Consume(ConsumeContext<SourceReported> context)
    {
        model.Reported.Enqueue(context.Message);
        return Task.CompletedTask;
    }
}
