using System.Text.Json;
using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Http;
using NewsPlatform.Hosting.Storage;
using NewsPlatform.Ingestion.DispatchArticles;

namespace NewsPlatform.Ingestion.AcceptArticle;

/// <summary>Gathers readings that come in at the same time into one commit.</summary>
internal sealed partial class ArticleIntake : IArticleIntake, IAsyncDisposable
{
    private readonly GroupCommitWriter<ArticleReading, AcceptedArticle> _writer;
    private readonly DispatchSignal _signal;
    private readonly int _maxContentBytes;
    private readonly ILogger<ArticleIntake> _logger;

    public ArticleIntake(ReadingCommit commit, DispatchSignal signal, IOptions<IntakeOptions> options, ILogger<ArticleIntake> logger)
    {
        _writer = new GroupCommitWriter<ArticleReading, AcceptedArticle>(commit.CommitAsync);
        _signal = signal;
        _maxContentBytes = options.Value.MaxContentBytes;
        _logger = logger;
    }

    public async Task<AcceptedArticle> AcceptAsync(ArticleReading reading, CancellationToken ct)
    {
        ThrowIfTooLarge(reading);

        var accepted = await _writer.WriteAsync(reading, ct);

        _signal.Wake();
        LogAccepted(accepted.Id, accepted.Revision, "accept", accepted.Outcome);
        return accepted;
    }

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    private void ThrowIfTooLarge(ArticleReading reading)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(ArticleAcceptance.ContentOf(reading, DateTimeOffset.UnixEpoch), JsonDefaults.Options).Length;
        if (bytes > _maxContentBytes)
            throw new ArticleTooLargeException($"The article is {bytes:N0} bytes as JSON and may be {_maxContentBytes:N0}: shorten it or take it in parts.");
    }

    [LoggerMessage(LogLevel.Information, "Article {ArticleId} revision {Revision}: {Stage} {Outcome}")]
    private partial void LogAccepted(string articleId, long revision, string stage, AcceptanceOutcome outcome);
}
