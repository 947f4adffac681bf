using System.Text.Json;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Hosting.Telemetry;
using NewsPlatform.Ingestion.DispatchArticles;
using NewsPlatform.Ingestion.ExtractArticle;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>Gathers readings that come in at the same time into one commit.</summary>
internal sealed partial class ArticleIntake : IArticleIntake, IAsyncDisposable
{
    private const string Stage = "accept";

    private readonly GroupCommitWriter<ArticleReading, AcceptedArticle> _writer;
    private readonly DispatchSignal _signal;
    private readonly IngestionMetrics _metrics;
    private readonly int _maxContentBytes;
    private readonly ILogger<ArticleIntake> _logger;

    public ArticleIntake(
        ReadingCommit commit, DispatchSignal signal, IOptions<IntakeOptions> options, IngestionMetrics metrics, ILogger<ArticleIntake> logger)
    {
        _writer = new GroupCommitWriter<ArticleReading, AcceptedArticle>("accept", commit.CommitAsync);
        _signal = signal;
        _metrics = metrics;
        _maxContentBytes = options.Value.MaxContentBytes;
        _logger = logger;
    }

    public async Task<AcceptedArticle> AcceptAsync(ArticleReading reading, CancellationToken ct)
    {
        ThrowIfTooLarge(reading);

        using var run = _metrics.Step(Stage);
        var accepted = await _writer.WriteAsync(reading with { TraceParent = ArticleTrace.Here }, ct);

        _signal.Wake();
        run.OfArticle(accepted.Id, accepted.Revision).Of("SourceId", reading.Source.Id).End(accepted.Outcome.ToString());
        LogAccepted(accepted.Id, accepted.Revision, Stage, accepted.Outcome);
        return accepted;
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private void ThrowIfTooLarge(ArticleReading reading)
    {
        if (CouldBeBytes(reading.Article) < _maxContentBytes)
            return;

        var bytes = JsonSerializer.SerializeToUtf8Bytes(ArticleAcceptance.ContentOf(reading, DateTimeOffset.UnixEpoch), JsonDefaults.Options).Length;
        if (bytes > _maxContentBytes)
            throw new ArticleTooLargeException($"The article is {bytes:N0} bytes as JSON and may be {_maxContentBytes:N0}: shorten it or take it in parts.");
    }

    // What the texts could come to at most, so that only large articles are written as JSON to be measured.
    private static long CouldBeBytes(ExtractedArticle article)
    {
        const int BytesPerCharacter = 6; // a control character as \u0000
        const int BytesPerPart = 1_000; // names, numbers and dates of a block or link
        const int BytesPerAddress = 2_048;
        var parts = article.Body.Count + article.Related.Count + article.Authors.Count + article.Tags.Count + 8L;
        var characters = article.Title.Length + (article.Subtitle?.Length ?? 0) + (article.Correction?.Length ?? 0) + article.Tags.Sum(tag => (long)tag.Length) + (article.Description?.Length ?? 0) + article.Authors.Sum(author => (long)author.Length)
            + article.Body.Sum(block => (long)block.Text.Length) + article.Related.Sum(link => (long)link.Headline.Length + (link.Teaser?.Length ?? 0));

        return (characters * BytesPerCharacter) + (parts * (BytesPerPart + BytesPerAddress));
    }

    [LoggerMessage(LogLevel.Information, "Article {ArticleId} revision {Revision}: {Stage} {Outcome}")]
    private partial void LogAccepted(string articleId, long revision, string stage, AcceptanceOutcome outcome);
}
