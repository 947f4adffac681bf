namespace NewsPlatform.Ingestion.ManageSources;

/// <summary>Tells the log and the metric of every turn in a source's life: no source falls silent unseen.</summary>
internal sealed partial class SourceNews(IngestionMetrics metrics, ILogger<SourceNews> logger)
{
    /// <summary>Call it once the new row is stored.</summary>
    public void Tell(Source before, Source after)
    {
        foreach (var change in after.Since(before))
        {
            metrics.Changed(change);
            if (IsTrouble(change))
                LogTrouble(after.Id, change.Of, change.From, change.To, change.Reason);
            else
                LogChange(after.Id, change.Of, change.From, change.To, change.Reason);
        }
    }

    private static bool IsTrouble(SourceChange change) => change.Of == SourceAspect.State ? change.To is not "healthy" : change.Of == SourceAspect.Hub && change.To is "silent" or "denied" or "requested";

    [LoggerMessage(LogLevel.Information, "Source {SourceId}: {Aspect} from {From} to {To}: {Reason}")]
    private partial void LogChange(string sourceId, SourceAspect aspect, string from, string to, string reason);

    [LoggerMessage(LogLevel.Warning, "Source {SourceId}: {Aspect} from {From} to {To}: {Reason}")]
    private partial void LogTrouble(string sourceId, SourceAspect aspect, string from, string to, string reason);
}
