using Microsoft.Extensions.Options;
using NewsPlatform.Hosting.Workers;
using NewsPlatform.Ingestion.AcceptArticle;
using NewsPlatform.Ingestion.ExtractArticle;
using NewsPlatform.Ingestion.ExtractArticle.Rules;
using NewsPlatform.Ingestion.LimitIntake;

namespace NewsPlatform.Ingestion.WatchDropFolder;

/// <summary>
/// Takes the drop folder's files in as pushes. A process killed between the two takes a file again, and the article's identity makes nothing of it.
/// </summary>
internal sealed partial class DropFolderService(
    IArticleIntake intake, PublisherRuleFolder rules, IntakeGauge gauge, IOptions<DropFolderOptions> options, IOptions<IntakeOptions> limits, IngestionMetrics metrics, TimeProvider time, ILogger<DropFolderService> logger)
    : RepeatedWork(TimeSpan.FromSeconds(options.Value.LookSeconds), time, logger)
{
    private const string Stage = "drop-folder";

    private readonly DropFolder _folder = new(options.Value.Path, time);
    private readonly ILogger _logger = logger;

    protected override async Task RunOnceAsync(CancellationToken ct)
    {
        if (!gauge.State().IsOpen)
            return;

        Directory.CreateDirectory(options.Value.Path);
        foreach (var file in _folder.Claim(options.Value.FilesPerLook))
            await TakeAsync(file, ct);
    }

    private async Task TakeAsync(DroppedFile file, CancellationToken ct)
    {
        using var run = metrics.Begin(Stage);
        var name = Path.GetFileName(file.Path);
        try
        {
            var accepted = await intake.AcceptAsync(await ReadAsync(file, ct), ct);
            _folder.Finish(file);
            run.OfArticle(accepted.Id, accepted.Revision).End("done");
            LogTaken(name, accepted.Id, Stage, accepted.Outcome);
        }
        catch (UnreadableArticleException busy) when (busy.IsForNow)
        {
            run.End("retried", busy.Message); // still claimed: the next look takes it first
            LogFailed(name, Stage, "retried", busy.Message);
        }
        catch (Exception unreadable) when (unreadable is UnreadableArticleException or ArticleTooLargeException)
        {
            _folder.Fail(file, unreadable.Message);
            run.End("failed", unreadable.Message);
            LogFailed(name, Stage, "failed", unreadable.Message);
        }
    }

    private async Task<ArticleReading> ReadAsync(DroppedFile file, CancellationToken ct)
    {
        var mediaType = MediaTypeOf(file.Path);
        if (new FileInfo(file.Path).Length > limits.Value.MaxPushBytes)
            throw new ArticleTooLargeException($"The file is larger than {limits.Value.MaxPushBytes:N0} bytes: shorten the article or drop it in parts.");

        var body = await File.ReadAllBytesAsync(file.Path, ct);
        return body.Length == 0 ? throw new UnreadableArticleException("The file is empty.") : PushReading.Of(body, contentType: null, mediaType, new PushNote(Url: null, file.Source), new PageReading(Rules: rules.Current));
    }

    private static string MediaTypeOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".html" or ".htm" or ".xhtml" => "text/html",
        ".txt" or ".text" => "text/plain",
        ".json" or ".ninjs" => "application/json",
        var other => throw new UnreadableArticleException($"The file's extension is '{other}': name it .html, .txt, .json or .ninjs."),
    };

    [LoggerMessage(LogLevel.Information, "File {File} is article {ArticleId}: {Stage} {Outcome}")]
    private partial void LogTaken(string file, string articleId, string stage, AcceptanceOutcome outcome);

    [LoggerMessage(LogLevel.Warning, "File {File}: {Stage} {Outcome}: {Reason}")]
    private partial void LogFailed(string file, string stage, string outcome, string reason);
}
