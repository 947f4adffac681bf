using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsPlatform.Contracts.Articles;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.CloseJourney;
using NewsPlatform.Ingestion.DispatchArticles;
using NewsPlatform.Ingestion.HealRestore;
using NewsPlatform.Ingestion.RecordDeadLetter;
using NewsPlatform.Ingestion.Storage;
using NewsPlatform.Ingestion.Tests.Storage;
using NewsPlatform.Testing;

namespace NewsPlatform.Ingestion.Tests.DispatchArticles;

/// <summary>The dispatcher between a store and a network that loses, doubles, refuses and reorders by seed; processes die in between.</summary>
internal sealed class LossyWorld : IEventPublisher, IAsyncDisposable
{
    private readonly Random _random;
    private readonly IOptions<DispatchOptions> _options;
    private readonly JourneyCloser _closer;
    private readonly List<object> _events = [];
    private readonly List<HeldArticle> _answers = [];
    private readonly Dictionary<(string Id, long Revision), string> _contentSeen = [];
    private readonly SilentMeters _meters = new();
    private ArticleDispatcher _dispatcher = null!;
    private DispatchSignal _signal = null!;
    private bool _isCalm;

    public LossyWorld(int seed)
    {
        _random = new Random(seed);
        _options = Options.Create(new DispatchOptions { Window = 1 + _random.Next(12), BatchSize = 1 + _random.Next(6), MaxStrikes = 1 + _random.Next(5) });
        _closer = new JourneyCloser(Articles, Letters, new RestoreMemory(new InMemoryFacts()));
        StartProcess();
    }

    public ManualClock Clock { get; } = new();

    public InMemoryArticleStore Articles { get; } = new();

    public InMemoryDeadLetterStore Letters { get; } = new();

    public Dictionary<string, (HeldArticle Held, string? Title)> Published { get; } = new(StringComparer.Ordinal);

    public int Created { get; private set; }

    public Task PublishAsync(object message, CancellationToken ct)
    {
        if (!_isCalm && Chance(10))
            throw new IOException("the broker refuses");

        if (_isCalm || !Chance(25))
            _events.Add(message);
        if (!_isCalm && Chance(15))
            _events.Add(message);

        return Task.CompletedTask;
    }

    /// <summary>One thing happens, chosen by the seed.</summary>
    public Task StepAsync() => _random.Next(20) switch
    {
        < 4 => AcceptAsync(),
        4 => WithdrawAsync(),
        < 10 => _dispatcher.StepAsync(default),
        < 14 => DeliverAsync(),
        < 17 => AnswerAsync(),
        17 => FaultAsync(),
        18 => AdvanceAsync(TimeSpan.FromSeconds(_random.Next(120))),
        _ => Chance(30) ? DieAsync() : Task.CompletedTask,
    };

    /// <summary>Nothing is lost any more: runs until nothing is in flight, and a person replays what is dead.</summary>
    public async Task CalmDownAsync()
    {
        _isCalm = true;
        for (var round = 0; round < 2_000; round++)
        {
            while (await _dispatcher.StepAsync(default) || _events.Count > 0 || _answers.Count > 0)
            {
                await DeliverAsync();
                await AnswerAsync();
            }

            foreach (var letter in Letters.Open)
                await Recorder().ReplayArticleAsync(letter.ArticleId!, default);

            var counts = await Articles.CountAsync(default);
            if (counts.Pending + counts.Sent + counts.Dead == 0)
                return;

            await AdvanceAsync(TimeSpan.FromSeconds(30));
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closer.DisposeAsync();
        _meters.Dispose();
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private void StartProcess()
    {
        _signal = new DispatchSignal();
        var sender = new ArticleSender(Articles, Letters, this, new IngestionMetrics(_meters), NullLogger<ArticleSender>.Instance);
        _dispatcher = new ArticleDispatcher(Articles, sender, _signal, _options, Clock);
    }

    private DeadLetterRecorder Recorder() => new(Letters, Articles, _signal, _options, Clock);

    private async Task AcceptAsync()
    {
        var isNew = Created == 0 || Chance(60);
        var id = isNew ? $"article-{Created++}" : $"article-{_random.Next(Created)}";
        var reading = AnArticle.Reading($"https://news.example/{id}", $"Title {_random.Next()}", origin: ReadingOrigin.Push);
        var current = (await Articles.FindAsync([id], default)).GetValueOrDefault(id);
        var (next, _) = ArticleAcceptance.Decide(current, id, reading, ContentHash.Of(reading.Article, null), Clock.Now);
        await Articles.SaveAsync([new ArticleWrite(next!, ContentChange.Replace, ArticleAcceptance.ContentOf(reading, next!.FirstSeenAt))], default);
    }

    private async Task WithdrawAsync()
    {
        var id = $"article-{_random.Next(Math.Max(1, Created))}";
        if ((await Articles.FindAsync([id], default)).TryGetValue(id, out var row) && !row.IsWithdrawal)
            await Articles.SaveAsync([new ArticleWrite(ArticleAcceptance.Withdraw(row, null, Clock.Now), ContentChange.Remove)], default);
    }

    // Any of the waiting events, not the oldest: queues with many consumers keep no order.
    private Task DeliverAsync()
    {
        if (_events.Count == 0)
            return Task.CompletedTask;

        var message = Take(_events);
        var held = message switch
        {
            ArticleIngested ingested => Hold(ingested.ArticleId, ingested.Revision, ingested.Content.Title),
            ArticleWithdrawn withdrawn => Hold(withdrawn.ArticleId, withdrawn.Revision, null),
            _ => throw new InvalidOperationException(message.ToString()),
        };
        if (_isCalm || !Chance(25))
            _answers.Add(held);
        if (!_isCalm && Chance(15))
            _answers.Add(held);

        return Task.CompletedTask;
    }

    private HeldArticle Hold(string id, long revision, string? title)
    {
        if (title is not null && _contentSeen.TryGetValue((id, revision), out var seen) && seen != title)
            Assert.Fail($"{id} revision {revision} was sent with two contents.");

        _contentSeen[(id, revision)] = title ?? string.Empty;
        if (!Published.TryGetValue(id, out var stored) || stored.Held.Revision < revision)
            Published[id] = stored = (new HeldArticle { ArticleId = id, Revision = revision, Withdrawn = title is null, PublishedAt = Clock.Now }, title);

        return stored.Held;
    }

    private async Task AnswerAsync()
    {
        if (_answers.Count == 0)
            return;

        var answer = Take(_answers);
        await _closer.CloseAsync(new ArticlesPublished { Articles = [answer], AnsweredAt = Clock.Now }, default);

        // Otherwise another replica took the answer.
        if (_isCalm || Chance(70))
            _signal.Answered(answer.ArticleId, answer.Revision);
    }

    private async Task FaultAsync()
    {
        if (_events.Count == 0 || Take(_events) is not ArticleIngested message)
            return;

        await Recorder().RecordAsync(
            new DeadLetter
            {
                Id = $"fault-{_random.Next()}",
                Kind = Chance(30) ? DeadLetterKind.Permanent : DeadLetterKind.Transient,
                Reason = "by seed",
                ArticleId = message.ArticleId,
                Revision = message.Revision,
                FaultedAt = Clock.Now,
                RecordedAt = Clock.Now,
            },
            default);
    }

    private Task AdvanceAsync(TimeSpan by)
    {
        Clock.Advance(by);
        return Task.CompletedTask;
    }

    // With it goes what an in-memory transport held, half of the times.
    private Task DieAsync()
    {
        if (Chance(50))
        {
            _events.Clear();
            _answers.Clear();
        }

        StartProcess();
        return Task.CompletedTask;
    }

    private T Take<T>(List<T> from)
    {
        var index = _random.Next(from.Count);
        var taken = from[index];
        from.RemoveAt(index);
        return taken;
    }
}

internal sealed class SilentMeters : IMeterFactory
{
    private readonly List<Meter> _meters = [];

    public Meter Create(MeterOptions options)
    {
        var meter = new Meter(options);
        _meters.Add(meter);
        return meter;
    }

    public void Dispose() => _meters.ForEach(meter => meter.Dispose());
}
