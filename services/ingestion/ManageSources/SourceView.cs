using NewsPlatform.Ingestion.PollSources;

namespace NewsPlatform.Ingestion.ManageSources;

/// <summary>What clients see of a source.</summary>
internal sealed record SourceView(
    string Id,
    string Name,
    SourceKind Kind,
    string Url,
    string? Language,
    string? Section,
    int IntervalMinutes,
    SourceState State,
    DateTimeOffset NextAttemptAt,
    DateTimeOffset? LastSuccessAt,
    string? LastError,
    int Failures,
    int? LastItemCount)
{
    public static SourceView Of(Source source) => new(
        source.Id,
        source.Name,
        source.Kind,
        source.Url.OriginalString,
        source.Language,
        source.Section,
        source.IntervalMinutes,
        source.State,
        source.NextAttemptAt,
        source.LastSuccessAt,
        source.LastError,
        source.Failures,
        source.LastItemCount);
}

/// <summary>What clients see of a page that waits or was given up.</summary>
internal sealed record PageView(string Url, string? Title, string State, int Attempts, DateTimeOffset? NextAttemptAt, DateTimeOffset FoundAt, string? LastError)
{
    public static PageView Of(PendingPage page) => new(
        page.Url.OriginalString,
        page.Hints.Title,
        page.GivenUp ? "givenUp" : "waiting",
        page.Attempts,
        page.GivenUp ? null : page.NextAttemptAt,
        page.FoundAt,
        page.LastError);
}
