using NewsPlatform.Ingestion.ReportSources;

namespace NewsPlatform.Ingestion.ManageSources;

/// <summary>Tells the log, the metric and the other services of every turn in a source's life: no source falls silent unseen.</summary>
internal sealed partial class SourceNews(IngestionMetrics metrics, SourceReports reports, ILogger<SourceNews> logger)
{
    /// <summary>Call it once the source is stored.</summary>
    public void TellAdded(Source source)
    {
        Tell(source with { Changes = [] }, source);
        reports.Turned(source);
    }

    /// <summary>Call it once the source is gone.</summary>
    public void TellRemoved(Source source) => reports.Turned(source);

    /// <summary>Call it once the new row is stored.</summary>
    public void Tell(Source before, Source after)
    {
        if (ShownOf(before) != ShownOf(after))
            reports.Turned(after);

        foreach (var change in after.Since(before))
        {
            metrics.Changed(change);
            if (IsTrouble(change))
                LogTrouble(after.Id, change.Of, change.From, change.To, change.Reason);
            else
                LogChange(after.Id, change.Of, change.From, change.To, change.Reason);
        }
    }

    // What a poll changes each time is told with the report of all.
    private static (string, Uri, SourceKind, string?, string?, string?, SourceState, SourceImprint?, bool) ShownOf(Source source) =>
        (source.Name, source.Url, source.Kind, source.Language, source.Country, source.Category, source.State, source.Imprint, source.LastSuccessAt is null);

    private static bool IsTrouble(SourceChange change) => change.Of == SourceAspect.State ? change.To is not "healthy" : change.Of == SourceAspect.Hub && change.To is "silent" or "denied" or "requested";

    [LoggerMessage(LogLevel.Information, "Source {SourceId}: {Aspect} from {From} to {To}: {Reason}")]
    private partial void LogChange(string sourceId, SourceAspect aspect, string from, string to, string reason);

    [LoggerMessage(LogLevel.Warning, "Source {SourceId}: {Aspect} from {From} to {To}: {Reason}")]
    private partial void LogTrouble(string sourceId, SourceAspect aspect, string from, string to, string reason);
}
